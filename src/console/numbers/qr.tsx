import { encode } from "uqr";

/** Light modules around it, without which a camera does not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/**
 * A QR, dark on light whatever the page's colours: a camera that expects that reads nothing else. Drawn here, so that what is in it stands
 * in no address, cache or log. With the least correction: nothing smears a screen, and larger modules are read sooner.
 */
export function Qr({ text, alt }: { text: string; alt: string }) {
  const { data, size } = encode(text, { ecc: "L", border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg className="number-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={alt} shapeRendering="crispEdges">
      <rect className="number-qr-light" width={size} height={size} />
      <path className="number-qr-dark" d={path} />
    </svg>
  );
}
