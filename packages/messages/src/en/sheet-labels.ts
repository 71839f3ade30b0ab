import type { SheetRole, SheetState } from '@quanheng/domain/sheet/model'
import type { SheetCommandKind } from '@quanheng/domain/sheet/transitions'
import type { SignatureState, SignatureStrength } from '@quanheng/domain/signature/model'

export const sheetLabels = {
  sheetState: {
    toScore: 'To be scored',
    scored: 'Scored',
    awaitingHead: 'Awaiting the head',
    returned: 'Returned',
    signed: 'Signed',
    toVerify: 'To be verified',
    verified: 'Verified',
    aggregated: 'Aggregated',
  },
  sheetCommand: {
    score: 'Score',
    sign: 'Sign',
    registerPaper: 'Register a paper signature',
    confirmPaper: 'Confirm a paper signature',
    refusePaper: 'Scan does not match',
    recall: 'Recall',
    return: 'Return',
    waiveVerification: 'Waive verification',
    openVerification: 'Put up for verification',
    closeVerification: 'Close verification',
    aggregate: 'Aggregate',
  },
  sheetRole: { handler: 'Handler', sectionHead: 'Head of section', leaderInCharge: 'Leader in charge' },
  signatureState: { registered: 'To be confirmed', standing: 'Standing', refused: 'Refused', voided: 'Void' },
  signatureMeans: {
    screen: 'Internal confirmation',
    password: 'Internal confirmation (password)',
    secondFactor: 'Internal confirmation (password and one-time code)',
    paper: 'Paper original',
  },
} as const satisfies {
  readonly sheetState: Record<SheetState, string>
  readonly sheetCommand: Record<SheetCommandKind, string>
  readonly sheetRole: Record<SheetRole, string>
  readonly signatureState: Record<SignatureState, string>
  readonly signatureMeans: Record<SignatureStrength, string>
}
