import { showApproval } from '@quanheng/contract/approval'
import {
  checkSubmission,
  prepareSubmission,
  recordReceipt,
  sendSubmission,
  tickRows,
} from '@quanheng/contract/submission'
import type { Player } from '../player.ts'
import type { LeadUnit } from './lead-units.ts'
import { scan } from './scan.ts'

const day = '2026-01-15'
/** As many rows as one command takes. */
const atOnce = 500

/** The package of a numbered paper: made, entered, compared by a second person, sent, its receipt registered. */
export const submit = async (player: Player, unit: LeadUnit, approvalId: string): Promise<void> => {
  const { clerk, carrier } = unit
  const approval = await player.read(clerk, showApproval, { params: { approvalId } })
  const { submissionId } = await player.act(clerk, prepareSubmission, {
    params: { approvalId },
    body: { version: approval.version },
  })
  const params = { submissionId }
  const standing = async (login: string) => {
    const { submission } = await player.read(login, showApproval, { params: { approvalId } })
    if (submission === null) throw new Error(`${unit.name} has no package`)
    return submission
  }
  const { rows } = await standing(carrier)
  for (let begin = 0; begin < rows.length; begin += atOnce) {
    const part = rows.slice(begin, begin + atOnce).map(({ leafKey, unitId }) => ({ leafKey, unitId }))
    const { version } = await standing(carrier)
    await player.act(carrier, tickRows, { params, body: { version, rows: part, ticked: true } })
  }
  await player.act(clerk, checkSubmission, { params, body: { version: (await standing(clerk)).version } })
  await player.act(clerk, sendSubmission, {
    params,
    body: { version: (await standing(clerk)).version, sentOn: day, channel: '市绩效管理平台' },
  })
  const { digest: scanDigest } = await scan(player, clerk, '回执.pdf')
  await player.act(clerk, recordReceipt, {
    params,
    body: { version: (await standing(clerk)).version, number: '绩收〔2026〕7号', receivedOn: day, scanDigest },
  })
}
