import { useFormat, useWords } from "../i18n/language-context.tsx";
import { useConnection } from "../live/live-provider.tsx";
import { Icon } from "../parts/icon.tsx";

/** Seen only while what is on screen may be old. */
export function ConnectionBar() {
  const words = useWords();
  const { time } = useFormat();
  const connection = useConnection();
  if (connection.state === "live" || connection.state === "connecting") return <div role="status" />;
  const says = connection.state === "offline" ? words.shell.offline : words.shell.catchingUp;
  return (
    <div role="status">
      <p className={`connection connection-${connection.state}`}>
        <Icon name="warning" />
        {says(time(connection.sinceMs))}
      </p>
    </div>
  );
}
