/** Verbs that say no more than that it was there: 每发现1次, 有1件. */
export const happened = /^(?:有|发生|发现|出现)$/u
