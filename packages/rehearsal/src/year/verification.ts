import { drawSample, witnessDraw } from '@quanheng/contract/draw'
import type { ReplyOf } from '@quanheng/contract/route'
import {
  answerOpinion,
  closeVerification,
  giveOpinion,
  listVerifications,
  planVerification,
  recordVisit,
  showVerification,
  verificationPeople,
  visitForm,
  waiveVerification,
} from '@quanheng/contract/verification'
import type { Player } from '../player.ts'
import { close, sectionHeads } from './collection.ts'
import { scan } from './scan.ts'
import { scoreSheets } from './scoring.ts'

const section = 'fagai.ke3'
const group = 'fagai.heyan'
const observer = 'jijian'

const sheetsOf = async (player: Player, login: string) =>
  (await player.read(login, listVerifications, { query: { page: 1, size: 200 } })).rows

type Shown = ReplyOf<typeof showVerification>
const show = (player: Player, login: string, verificationId: string): Promise<Shown> =>
  player.read(login, showVerification, { params: { verificationId } })

/** Whom a group visits is drawn before a witness from what two people say on the spot. */
const draw = async (player: Player): Promise<string> => {
  const open = (await sheetsOf(player, section)).find(({ decided, mine }) => decided === 'undecided' && mine)
  if (open === undefined) throw new Error('no sheet waits for verification')
  const { verificationId } = await player.act(section, planVerification, {
    params: { sheetId: open.sheetId },
    body: { version: open.sheetVersion, scope: { kind: 'random', size: 3, picks: [], by: 'none' }, standard: '' },
  })
  const { witnesses } = await player.read(section, verificationPeople, {})
  const [witness] = witnesses
  if (witness === undefined) throw new Error('nobody may witness')
  const { version } = await show(player, section, verificationId)
  const seedParts = [
    { by: '监督人', value: '3719' },
    { by: '营商环境科', value: '8046' },
  ]
  await player.act(section, drawSample, {
    params: { verificationId },
    body: { version, seedParts, witnessId: witness.personId },
  })
  const drawn = await show(player, observer, verificationId)
  await player.act(observer, witnessDraw, {
    params: { verificationId },
    body: { version: drawn.version, digest: drawn.draws[0]?.digest ?? '' },
  })
  return verificationId
}

/** Each unit drawn is visited, its form signed by both sides; the first one's figure is found too high. */
const visit = async (player: Player, verificationId: string): Promise<void> => {
  const params = { verificationId }
  const { members } = await player.read(group, verificationPeople, {})
  const memberIds = members.slice(0, 2).map(({ personId }) => personId)
  const { units } = await show(player, group, verificationId)
  for (const [at, { unitId, unitName, data }] of units.entries()) {
    const checkCode = await player.printedCode(group, visitForm, {
      params: { ...params, unitId },
      query: { format: 'docx' },
    })
    const { digest: scanDigest } = await scan(player, group, `现场核验记录表（${unitName}）.pdf`)
    const changed = at === 0
    await player.act(group, recordVisit, {
      params,
      body: {
        version: (await show(player, group, verificationId)).version,
        unitId,
        visitedOn: '2026-01-12',
        memberIds,
        record: changed
          ? '抽查企业回访记录40份，其中9份评价与系统登记不一致，核减后满意度为78.5%。'
          : '抽查企业回访记录40份，与系统登记一致。',
        unitSide: { kind: 'signed', scanDigest, checkCode },
      },
    })
    const changes = changed
      ? data.map(({ datumId }) => ({
          datumId,
          value: { kind: 'quantity' as const, value: '78.5' },
          reason: '回访记录核减9份后重新计算',
        }))
      : []
    const { version } = await show(player, group, verificationId)
    await player.act(group, giveOpinion, { params, body: { version, unitId, changes } })
  }
}

/** What was found is adopted, the row signed anew by two people, and the verification done. */
const adopt = async (player: Player, verificationId: string): Promise<void> => {
  const params = { verificationId }
  const { units, version } = await show(player, section, verificationId)
  const found = units.find(({ opinion }) => opinion?.kind === 'toChange')
  if (found === undefined) throw new Error('no opinion to answer')
  const { unitId } = found
  await player.act(section, answerOpinion, { params, body: { version, unitId, answer: { kind: 'adopt' } } })
  await close(player, section)
  await scoreSheets(player)
  await player.act(section, closeVerification, {
    params,
    body: { version: (await show(player, section, verificationId)).version },
  })
}

/** One sheet is verified on site by lot; for the others the head who signed says why not. */
export const verifySheets = async (player: Player): Promise<void> => {
  const verificationId = await draw(player)
  await visit(player, verificationId)
  await adopt(player, verificationId)
  const reason = '数据取自系统或上级通报，已逐项核对原件，无须到单位核验'
  for (const login of sectionHeads) {
    for (const { sheetId, sheetVersion, decided, mine } of await sheetsOf(player, login)) {
      if (decided !== 'undecided' || !mine) continue
      await player.act(login, waiveVerification, { params: { sheetId }, body: { version: sheetVersion, reason } })
    }
  }
}
