import type { VerificationScope, VerificationState } from '@quanheng/domain/verification/model'
import type { VerificationCommandKind } from '@quanheng/domain/verification/transitions'
import type { RiskFact } from '@quanheng/domain/verification/weighing'

export const verificationLabels = {
  verificationState: {
    committing: 'Commitments awaited',
    revealing: 'To be revealed',
    toDraw: 'To be drawn',
    visiting: 'Being verified',
    answering: 'To be answered',
    closed: 'Closed',
  },
  verificationScope: { full: 'Full', key: 'Key units', random: 'Random' },
  verificationCommand: {
    commit: 'File a commitment',
    reveal: 'Reveal the value',
    fallBack: 'Call out a seed instead',
    draw: 'Draw',
    witness: 'Sign as witness',
    cancelDraw: 'Cancel the draw',
    recordVisit: 'Record a visit',
    giveOpinion: 'Give an opinion',
    answer: 'Answer an opinion',
    close: 'Close verification',
  },
  riskFact: {
    lateEntry: 'Reported late',
    correctedEntry: 'Corrected after reporting',
    largeShift: 'Among the quarter that moved most since last year',
    noEvidence: 'No evidence attached',
    pastFinding: 'Last year to be changed after a visit',
  },
  finding: { confirmed: 'Confirmed', toChange: 'To change' },
  answer: { adopted: 'Adopted', declined: 'Declined' },
  unitSide: { signed: 'Signed by both sides', declined: 'Not signed by the unit' },
} as const satisfies {
  readonly verificationState: Record<VerificationState, string>
  readonly verificationScope: Record<VerificationScope['kind'], string>
  readonly verificationCommand: Record<VerificationCommandKind, string>
  readonly riskFact: Record<RiskFact, string>
  readonly finding: Record<'confirmed' | 'toChange', string>
  readonly answer: Record<'adopted' | 'declined', string>
  readonly unitSide: Record<'signed' | 'declined', string>
}
