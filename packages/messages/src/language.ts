/** Chinese is the source text; English is complete. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
