// Shapes of foods and plates. For tools and readers: no browser loads this file.

export type Nutrient = "calcium" | "vitamin_d" | "vitamin_k2";

/** Lowest and highest. */
export type Span = [number, number];

export interface Food {
  name: string;
  group: string;
  serving: string;
  spans: Partial<Record<Nutrient, Span>>;
  forms: Record<string, Span>;
  labels?: string[];
  memory?: string[];
  k1?: boolean;
}

/** What is eaten, and its sun. */
export interface Day {
  servings: Record<string, number>;
  sun: string;
}

export interface Example extends Day {
  name: string;
  about: string;
}

export interface Total {
  span: Span;
  known: boolean;
  missing: string[];
  memory: string[];
}
