import {
  agreeApproval,
  confirmDecision,
  confirmSignature,
  recordDecision,
  registerNumber,
  registerSignature,
  returnApproval,
  reviseApproval,
  showApproval,
  startApproval,
} from '@quanheng/contract/approval'
import { editPaper, showPaper } from '@quanheng/contract/report'
import type { Player } from '../player.ts'
import type { LeadUnit } from './lead-units.ts'
import { scan } from './scan.ts'

const meetingDay = '2026-01-15'

/** One paper on its way through its chain. */
const paperRound = (player: Player, unit: LeadUnit, approvalId: string) => {
  const params = { approvalId }
  const show = (login: string) => player.read(login, showApproval, { params })
  const agree = async (login: string): Promise<void> => {
    const { version, paperDigest } = await show(login)
    await player.act(login, agreeApproval, { params, body: { version, paperDigest } })
  }
  /** 退回修改, other words, and the way through the chain from its beginning. */
  const returnOnce = async (resultId: string): Promise<void> => {
    const { version } = await show(unit.leader)
    const reason = '有关说明应写明下达日期'
    await player.act(unit.leader, returnApproval, { params, body: { version, reason } })
    const paper = await player.read(unit.carrier, showPaper, { params: { resultId } })
    const notes = ['高新区重大项目年度投资计划按省里2026年1月6日下达数计分。']
    const body = { version: paper.version, words: { ...paper.words, notes } }
    await player.act(unit.carrier, editPaper, { params: { paperId: paper.id }, body })
    const revised = await show(unit.carrier)
    await player.act(unit.carrier, reviseApproval, { params, body: { version: revised.version } })
  }
  const meet = async (): Promise<void> => {
    const { digest: scanDigest } = await scan(player, unit.clerk, '党组会议纪要.pdf')
    const { decisionId } = await player.act(unit.clerk, recordDecision, {
      params,
      body: {
        version: (await show(unit.clerk)).version,
        body: '局党组会议',
        decidedOn: meetingDay,
        text: '会议听取了评分情况汇报，原则同意评分结果，按程序签发后报送市绩效办。',
        number: '党组会议纪要〔2026〕1号',
        outcome: 'approved',
        scanDigest,
      },
    })
    await player.act(unit.second, confirmDecision, {
      params: { ...params, decisionId },
      body: { version: (await show(unit.second)).version },
    })
  }
  const signOnPaper = async (): Promise<void> => {
    const { digest: scanDigest } = await scan(player, unit.clerk, '签批单（已签）.pdf')
    const { version, code, signers } = await show(unit.clerk)
    const signer = signers.find(({ person }) => person.post === 'principal')
    if (signer === undefined) throw new Error(`${unit.name} has nobody to sign`)
    const entry = { postId: signer.postId, signedOn: meetingDay, opinion: '同意签发。', checkCode: code, scanDigest }
    const { signatureId } = await player.act(unit.clerk, registerSignature, { params, body: { version, ...entry } })
    await player.act(unit.second, confirmSignature, {
      params: { ...params, signatureId },
      body: { version: (await show(unit.second)).version },
    })
  }
  return { show, agree, returnOnce, meet, signOnPaper }
}

/** From a locked version to a numbered paper: every step by the one whose turn it is. */
export const approve = async (player: Player, unit: LeadUnit, resultId: string): Promise<string> => {
  const { version: paperVersion } = await player.read(unit.carrier, showPaper, { params: { resultId } })
  const { approvalId } = await player.act(unit.carrier, startApproval, {
    params: { resultId },
    body: { paperVersion, moreSections: [] },
  })
  const round = paperRound(player, unit, approvalId)
  if (unit.onPaper) await round.returnOnce(resultId)
  for (const login of [unit.leader, unit.carrierHead, ...unit.countersigners]) await round.agree(login)
  await round.meet()
  if (unit.onPaper) await round.signOnPaper()
  else await round.agree(unit.principal)
  const { version } = await round.show(unit.clerk)
  const { documentNumber } = unit
  await player.act(unit.clerk, registerNumber, { params: { approvalId }, body: { version, documentNumber } })
  return approvalId
}
