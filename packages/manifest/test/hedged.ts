/** Words that mark a fact as inferred, not documented. */
export const HEDGED = /\b(?:inferred|probably|may|likely|unknown|nobody|not (?:documented|known))\b/i
