import type { VerificationScope, VerificationState } from '@quanheng/domain/verification/model'
import type { VerificationCommandKind } from '@quanheng/domain/verification/transitions'

export const verificationLabels = {
  verificationState: {
    toDraw: 'To be drawn',
    visiting: 'Being verified',
    answering: 'To be answered',
    closed: 'Closed',
  },
  verificationScope: { full: 'Full', key: 'Key units', random: 'Random' },
  verificationCommand: {
    draw: 'Draw',
    cancelDraw: 'Cancel the draw',
    recordVisit: 'Record a visit',
    giveOpinion: 'Give an opinion',
    answer: 'Answer an opinion',
    close: 'Close verification',
  },
  finding: { confirmed: 'Confirmed', toChange: 'To change' },
  answer: { adopted: 'Adopted', declined: 'Declined' },
  unitSide: { signed: 'Signed by both sides', declined: 'Not signed by the unit' },
} as const satisfies {
  readonly verificationState: Record<VerificationState, string>
  readonly verificationScope: Record<VerificationScope['kind'], string>
  readonly verificationCommand: Record<VerificationCommandKind, string>
  readonly finding: Record<'confirmed' | 'toChange', string>
  readonly answer: Record<'adopted' | 'declined', string>
  readonly unitSide: Record<'signed' | 'declined', string>
}
