/** First faults of a receipt, as both verifiers name them. */
import type { receipt as zh } from '../zh-CN/receipt.ts'

export const receipt = {
  'receipt.unreadable': 'Does not hold: this is no receipt, or it is incomplete. Download it again.',
  'receipt.checkpoint': 'Does not hold: the receipt’s checkpoint cannot be read.',
  'receipt.signature':
    'Does not hold: none of the keys signed the checkpoint. The receipt, the checkpoint or the key is not the original.',
  'receipt.heads': 'Does not hold: the SHA-256 and SM3 checkpoints speak of different logs or sizes.',
  'receipt.sealApart':
    'Cannot be compared: the seal given is number {size}, this file is sealed up to {held}. If it was made after that seal, the log was cut or set back; else use a package made later, or a file sealed at the same number.',
  'receipt.seal':
    'Does not hold: seal {size} is not the one on paper. Two roots for one number: the log was rewritten or forked, and the paper proves it.',
  'receipt.leaf': 'Does not hold: leaf {index} does not belong to this log.',
  'receipt.proof':
    'Does not hold: leaf {index} is not at this place of the signed tree: its content, time or place was changed.',
  'receipt.event': 'Does not hold: what is told beside leaf {index} is not what was sealed; it was changed.',
  'report.approval': 'Does not hold: leaf {index} is not the act that put this paper on its way.',
  'report.paper': 'Does not hold: the content is not what was sealed when the paper was put on its way.',
  'report.code':
    'Does not hold: the check code on paper is not that of this content ({paperCode}). Print and file are not of one paper.',
} as const satisfies Record<keyof typeof zh, string>
