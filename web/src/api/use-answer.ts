import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useNegotiation } from "../shell/place.js";
import { useTimes } from "../shell/times.js";
import { ask, type Fields, type Refused } from "./client.js";

/** One question to the server, kept under its name and fields. */
export function useAsk<T>(name: string, fields: Fields = {}, enabled = true): UseQueryResult<T, Refused> {
  return useQuery<T, Refused>({
    queryKey: [name, fields],
    queryFn: ({ signal }) => ask<T>(name, fields, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** One question about the negotiation of this page at the times of this page. */
export function useAnswer<T>(name: string, fields: Fields = {}): UseQueryResult<T, Refused> {
  const { known, about } = useTimes();
  return useAsk<T>(name, { negotiation: useNegotiation(), asKnownOn: known, about, ...fields });
}
