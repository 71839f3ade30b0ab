import {
  confirmPaperReport,
  enterPaperReport,
  returnLeadReport,
  showLeadReport,
  showRegister,
} from '@quanheng/contract/report'
import type { Player } from '../player.ts'
import { scan } from './scan.ts'

/** As its paper lists them, in the order of the plan. */
const paperScores: readonly string[] = ['20', '18.5', '19', '17', '20']

/** The report that came on paper: entered by one, compared by another; sent back once for a line that was read wrongly. */
export const enterPaper = async (player: Player, planId: string): Promise<void> => {
  const { rows } = await player.read('kaoping', showRegister, { params: { planId } })
  const line = rows.find(({ state }) => state === 'notReported')
  if (line === undefined) throw new Error('every lead unit has reported')
  const params = { reportId: line.id }
  const show = (login: string) => player.read(login, showLeadReport, { params })
  const enter = async (misread: boolean): Promise<void> => {
    const { version, items } = await show('kaoping')
    const { digest: scanDigest } = await scan(player, 'kaoping', '评分报告（盖章）.pdf')
    const scores = items.map(({ leafKey, unitId }, at) => ({
      leafKey,
      unitId,
      points: misread && at === 3 ? '7' : (paperScores[at % paperScores.length] as string),
    }))
    const document = { documentNumber: '云数报〔2026〕4号', documentDate: '2026-01-15', scanDigest }
    await player.act('kaoping', enterPaperReport, { params, body: { version, ...document, scores } })
    await player.act('huizong', confirmPaperReport, { params, body: { version: (await show('huizong')).version } })
  }
  await enter(true)
  const reason = '第4行得分与盖章件不符，请改正后重报'
  await player.act('zhuren', returnLeadReport, { params, body: { version: (await show('zhuren')).version, reason } })
  await enter(false)
}
