import type { Article } from './find/articles.ts'
import type { Attachment } from './find/attachments.ts'
import type { BasisPaper } from './find/bases.ts'
import type { NoticeChange } from './find/change-clauses.ts'
import type { Contact } from './find/contacts.ts'
import type { Grade } from './find/grade-names.ts'
import type { Indicator } from './find/indicator.ts'
import type { NoticeKind } from './find/kind.ts'
import type { Organ } from './find/organs.ts'
import type { Responsibility } from './find/responsibilities.ts'
import type { FoundRule } from './find/rules.ts'
import type { Step } from './find/step.ts'
import type { AppraisedUnitName, UnitGroupName } from './find/unit-names.ts'
import type { Veto } from './find/vetoes.ts'
import type { Weight } from './find/weights.ts'
import type { Placed } from './text/words.ts'

/** Everything found in one notice. Places are UTF-16 offsets into the normalised text; `present` gives code points. */
export interface Fields {
  readonly title: Placed | null
  readonly issuer: Placed | null
  readonly documentNumber: Placed | null
  readonly documentDate: Placed | null
  readonly printDate: Placed | null
  readonly publishDate: Placed | null
  readonly kind: Placed<NoticeKind> | null
  readonly status: Placed | null
  readonly addressees: readonly Placed[]
  readonly bases: readonly BasisPaper[]
  readonly attachments: readonly Attachment[]
  /** What a notice of adjustment does to the paper that it adjusts. */
  readonly changes: readonly NoticeChange[]
  readonly units: readonly AppraisedUnitName[]
  readonly groups: readonly UnitGroupName[]
  readonly indicators: readonly Indicator[]
  readonly responsibilities: readonly Responsibility[]
  readonly steps: readonly Step[]
  readonly rules: readonly FoundRule[]
  readonly weights: readonly Weight[]
  readonly grades: readonly Grade[]
  readonly vetoes: readonly Veto[]
  readonly organs: readonly Organ[]
  readonly articles: readonly Article[]
  readonly contacts: readonly Contact[]
  readonly truncated: boolean
  readonly startsMidDocument: boolean
}
