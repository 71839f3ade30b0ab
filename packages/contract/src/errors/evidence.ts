import type { FilingErrorCode } from '@quanheng/domain/evidence/filed'
import type { LabelErrorCode } from '@quanheng/domain/evidence/label'
import type { ErrorRow } from './error-row.ts'

export const evidenceErrors = {
  'evidence.unknownRequirement': { status: 422, level: 'info' },
  'evidence.emptyFile': { status: 422, level: 'info' },
  'evidence.sameFile': { status: 409, level: 'info' },
  'evidence.withdrawn': { status: 409, level: 'info' },
  'evidence.notYours': { status: 403, level: 'warn' },
  'evidence.cited': { status: 409, level: 'info' },
  'evidence.reasonMissing': { status: 422, level: 'info' },
  'evidence.effectiveAhead': { status: 422, level: 'info' },
  'evidence.replacesOther': { status: 422, level: 'info' },
  'evidence.sameLabel': { status: 409, level: 'info' },
  'evidence.labelLowered': { status: 403, level: 'warn' },
  'evidence.labelReasonMissing': { status: 422, level: 'info' },
  'evidence.sensitive': { status: 403, level: 'warn' },
  'evidence.notHeld': { status: 422, level: 'info' },
} as const satisfies Record<FilingErrorCode | LabelErrorCode, ErrorRow>
