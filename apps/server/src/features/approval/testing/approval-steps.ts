import * as contract from '@quanheng/contract/approval'
import * as reports from '@quanheng/contract/report'
import type { ReplyOf } from '@quanheng/contract/route'
import * as submissions from '@quanheng/contract/submission'
import { expect } from 'vitest'
import type { Caller, TestServer } from '../../../platform/testing/test-server.ts'
import { done, type LockedWorld, lockedWorld, upload } from '../../result/testing/result-world.ts'

type Shown = ReplyOf<typeof contract.showApproval>

export const documentNumber = '云发改报〔2025〕3号'

export interface Begun extends LockedWorld {
  readonly approvalId: string
}

interface Prepared extends Begun {
  readonly submissionId: string
  readonly packageDigest: string
}

/** A locked version on its way to the superior, each step made over HTTP by whoever makes it. */
export const approvalSteps = (server: () => TestServer) => {
  const paperOf = (world: LockedWorld, caller = world.carrier) =>
    done(caller, reports.showPaper, { params: { resultId: world.resultId } })

  const shown = (world: { readonly carrier: Caller; readonly approvalId: string }): Promise<Shown> =>
    done(world.carrier, contract.showApproval, { params: { approvalId: world.approvalId } })

  const begun = async (tag: string) => {
    const world = await lockedWorld(server(), tag)
    const { version } = await paperOf(world)
    const params = { resultId: world.resultId }
    const { approvalId } = await done(world.carrier, contract.startApproval, {
      params,
      body: { paperVersion: version },
    })
    return { ...world, approvalId }
  }

  /** The body of a command on the paper as it stands now. */
  const onNow = async (world: Begun, more: Readonly<Record<string, unknown>> = {}) => {
    const { version } = await shown(world)
    return { params: { approvalId: world.approvalId }, body: { version, ...more } }
  }

  const agree = async (world: Begun, caller: Caller, opinion = '同意。') => {
    const { version, paperDigest } = await shown(world)
    return caller.call(contract.agreeApproval, {
      params: { approvalId: world.approvalId },
      body: { version, paperDigest, opinion },
    })
  }

  const pass = async (world: Begun, ...callers: readonly Caller[]) => {
    for (const caller of callers) {
      const reply = await agree(world, caller)
      expect(reply.statusCode, reply.body).toBe(200)
    }
  }

  /** Through review, 归口 and 会签, to the meeting. */
  const atMeeting = async (tag: string) => {
    const world = await begun(tag)
    await pass(world, world.leader, world.carrierHead, world.head)
    expect(await shown(world)).toMatchObject({ state: 'meeting' })
    return world
  }

  const decided = async (world: Begun, outcome: 'approved' | 'returned' = 'approved') => {
    const scanDigest = await upload(server(), world.clerk, '会议纪要.pdf')
    const entry = { body: '局党组会议', decidedOn: '2025-01-17', text: '原则同意评分结果。', number: '〔2025〕1号' }
    const { decisionId } = await done(
      world.clerk,
      contract.recordDecision,
      await onNow(world, { ...entry, outcome, scanDigest }),
    )
    return decisionId
  }

  const confirmDecision = async (world: Begun, decisionId: string, caller: Caller) => {
    const { body } = await onNow(world)
    return caller.call(contract.confirmDecision, { params: { approvalId: world.approvalId, decisionId }, body })
  }

  const atNumber = async (tag: string) => {
    const world = await atMeeting(tag)
    const reply = await confirmDecision(world, await decided(world), world.secondClerk)
    expect(reply.statusCode, reply.body).toBe(200)
    await pass(world, world.principal)
    expect(await shown(world)).toMatchObject({ state: 'number' })
    return world
  }

  const prepared = async (tag: string) => {
    const world = await atNumber(tag)
    await done(world.clerk, contract.registerNumber, await onNow(world, { documentNumber }))
    const { submissionId, packageDigest } = await done(world.clerk, submissions.prepareSubmission, await onNow(world))
    return { ...world, submissionId, packageDigest }
  }

  const ofSubmission = async (world: Prepared, more: Readonly<Record<string, unknown>> = {}) => {
    const { submission } = await shown(world)
    return { params: { submissionId: world.submissionId }, body: { version: submission?.version, ...more } }
  }

  const tickAll = async (world: Prepared, caller: Caller) => {
    const rows = (await shown(world)).submission?.rows ?? []
    for (const { leafKey, unitId } of rows) {
      await done(caller, submissions.tickRows, await ofSubmission(world, { rows: [{ leafKey, unitId }], ticked: true }))
    }
    return rows.length
  }

  const checked = async (tag: string) => {
    const world = await prepared(tag)
    await tickAll(world, world.carrier)
    await done(world.clerk, submissions.checkSubmission, await ofSubmission(world))
    return world
  }

  return {
    paperOf,
    shown,
    begun,
    onNow,
    agree,
    pass,
    atMeeting,
    decided,
    confirmDecision,
    atNumber,
    prepared,
    ofSubmission,
    tickAll,
    checked,
  }
}
