import { useParams } from "wouter";
import { AllLists } from "./all-lists.tsx";
import { ListPage } from "./list-page.tsx";
import { NewList } from "./new-list.tsx";
import "./lists.css";

export function Lists() {
  const { id } = useParams<{ id?: string }>();
  if (id === undefined) return <AllLists />;
  return id === "new" ? <NewList /> : <ListPage key={id} id={id} />;
}
