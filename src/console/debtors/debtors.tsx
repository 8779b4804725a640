import { useParams } from "wouter";
import { DebtorFilePage } from "./debtor-file.tsx";
import { DebtorSearch } from "./debtor-search.tsx";

export function Debtors() {
  const { id } = useParams<{ id?: string }>();
  return id === undefined ? <DebtorSearch /> : <DebtorFilePage key={id} id={id} />;
}
