/** How a message says that its fact is inferred and not documented. */
export const HEDGED = /\b(?:inferred|probably|may|likely|unknown|nobody|not (?:documented|known))\b/i
