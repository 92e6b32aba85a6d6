// Shapes of the panels. For tools and readers: no browser loads this file.

import type { Store } from "../lab/store.js";

/** A row of the table of quantities, as browser_tables.py writes it: what is empty is left out. */
export interface Quantity {
  title: string;
  unit: string;
  short?: string;
  decimals?: number;
  signed?: boolean;
  prefix?: string;
  colour: string;
  axis?: string;
  also?: string;
  usual?: number[];
}

/** Fills a panel; `update` writes what the store holds now, `end` is called when the panel closes. */
export type Fill = (room: HTMLElement, store: Store, root: HTMLElement) => { update: () => void; end?: () => void };
