import * as contract from '@quanheng/contract/circular'
import type { BodyOf } from '@quanheng/contract/route'
import { type Caller, signedIn, type TestServer } from '../../../platform/testing/test-server.ts'
import { meetingWorld } from '../../meeting/testing/meeting-world.ts'
import { done } from '../../result/testing/result-world.ts'

export type Content = BodyOf<typeof contract.beginCircular>['content']

/** The group of a meeting with the director of its office. */
export const circularWorld = async (server: TestServer, tag: string) => {
  const world = await meetingWorld(server, tag)
  const director = await signedIn(server, [{ kind: 'officeDirector', unitId: world.office }], '考评办主任')
  return { ...world, director }
}
export type CircularWorld = Awaited<ReturnType<typeof circularWorld>>

export const content = (world: CircularWorld, more: Partial<Content> = {}): Content => ({
  kind: 'notice',
  topic: 'arrangement',
  title: '关于做好年终考评准备工作的通知',
  source: '',
  wording: '一、准备材料\n请各单位于月底前备齐材料。',
  files: [],
  meetingId: null,
  letterheadId: null,
  bookId: null,
  toGroup: false,
  toUnitIds: [world.member],
  toPosts: [],
  signBy: '2025-01-24',
  ...more,
})

/** The body of a command on the circular as it stands now. */
export const onNow = async (caller: Caller, circularId: string, more: Readonly<Record<string, unknown>> = {}) => {
  const { version } = await done(caller, contract.showCircular, { params: { circularId } })
  return { params: { circularId }, body: { version, ...more } }
}

/** A circular of the office that has gone to be signed off. */
export const proposed = async (world: CircularWorld, body: Content): Promise<string> => {
  const { circularId } = await done(world.clerk, contract.beginCircular, { body: { content: body } })
  await done(world.clerk, contract.proposeCircular, await onNow(world.clerk, circularId))
  return circularId
}

export const issuing = { documentNumber: '云考办〔2025〕1号', on: '2025-01-20', scanDigest: null }

export const issued = async (world: CircularWorld, body: Content): Promise<string> => {
  const circularId = await proposed(world, body)
  await done(world.director, contract.issueCircular, await onNow(world.director, circularId, issuing))
  return circularId
}
