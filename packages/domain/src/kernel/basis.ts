/**
 * Why a rule, weight, deadline or threshold is what it is. Every such value carries one, by type:
 * either a clause of an official document, or an interpretation somebody answers for.
 */
export type Basis =
  | {
      readonly kind: 'clause'
      /** 发文字号 or title of the document; the plan's own text when absent. */
      readonly document?: string
      /** Article as printed, e.g. `四（二）`. */
      readonly article: string
      /** The sentence, verbatim. Never translated. */
      readonly text?: string
    }
  | {
      readonly kind: 'interpretation'
      readonly by: string
      /** `YYYY-MM-DD` */
      readonly on: string
      readonly reason: string
    }
  /** A platform default that nobody has confirmed yet; shown as 默认 and listed before issue. */
  | { readonly kind: 'default' }
