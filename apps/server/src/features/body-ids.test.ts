import { randomBytes, randomUUID } from 'node:crypto'
import type { Route } from '@quanheng/contract/route'
import type { PostKind } from '@quanheng/domain/ability/posts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { anExample } from '../platform/testing/an-example.ts'
import { upload } from './result/testing/result-world.ts'
import { everyPost, everywhere, type Matrix, openMatrix, postsOf } from './testing/all-posts.ts'
import { type BodyId, bodyIds } from './testing/body-ids.ts'
import { type ObjectName, realObjects } from './testing/real-objects.ts'

type Objects = Readonly<Record<ObjectName, string>>

/** Fields whose name does not say whose id they hold. */
const nouns: Readonly<Record<string, ObjectName>> = {
  leadUnitId: 'unitId',
  reviewUnitId: 'unitId',
  matterOf: 'creditId',
  concernedUnitIds: 'unitId',
  memberUnitIds: 'unitId',
  matterId: 'planId',
  unitIds: 'unitId',
  moreSections: 'sectionId',
  parentPlanId: 'planId',
  copyFromPlanId: 'planId',
  fromNoticeId: 'noticeId',
  replaces: 'evidenceId',
  replacesId: 'libraryDocumentId',
  reuses: 'evidenceId',
  leaderInChargeId: 'personId',
  personResponsibleId: 'personId',
  handlerId: 'personId',
  liaisonId: 'personId',
  contactId: 'personId',
  witnessId: 'personId',
  memberIds: 'personId',
  personIds: 'personId',
  heldPostId: 'postId',
}

/** Fields that are not asked about, each with its reason. */
const exempt: Readonly<Record<string, string>> = {
  'workbench.read ids[]': 'marks what the reader has seen, for the reader alone; nothing is looked up by it',
  'notification.read ids[]': 'marks what the reader has seen, for the reader alone; nothing is looked up by it',
  'verification.draw witnessId':
    'an observer comes from outside and may be called by every unit; the domain takes nobody else',
  'verification.plan scope.agreement.partyIds[]':
    'observers and verification groups come from other units; the domain takes one observer and one of the other side',
  'verification.witness digest': 'what the witness saw, held against the draw of the address; names no object',
  'verification.commit digest': 'hash of a value that the party keeps; names no object',
  'targetAdjustment.begin request.adjusted.leadUnitId':
    'any unit of the city may be asked for as lead unit; units are public inside the installation',
  'targetAdjustment.edit request.adjusted.leadUnitId':
    'any unit of the city may be asked for as lead unit; units are public inside the installation',
  'credit.claim reviewUnitId':
    'any unit of the city may be named to review a claim; units are public inside the installation',
  'meeting.begin agenda.topics[].concernedUnitIds[]':
    'a topic may concern any unit of the city; units are public inside the installation',
  'meeting.edit agenda.topics[].concernedUnitIds[]':
    'a topic may concern any unit of the city; units are public inside the installation',
  'circular.begin content.toUnitIds[]':
    'a circular may go to any unit of the city; units are public inside the installation',
  'circular.edit content.toUnitIds[]':
    'a circular may go to any unit of the city; units are public inside the installation',
  'circular.begin content.toPosts[].unitId':
    'a circular may go to posts of any unit; units are public inside the installation',
  'circular.edit content.toPosts[].unitId':
    'a circular may go to posts of any unit; units are public inside the installation',
  'assignedTask.assign unitIds[]':
    'the office and leaders give tasks to any unit of the city; units are public inside the installation',
  'superiorPlan.divide shares[].unitId':
    'the office divides over any unit of the city; units are public inside the installation',
  'superiorPlan.divide shares[].sectionId':
    'the office divides over any section of the city; sections are public inside the installation',
  'evaluation.save content.channels[].roster.unitIds[]':
    'people of any unit of the city may be asked; units are public inside the installation',
  'evaluation.cast marks[].unitId': 'held against the units on the own ballot; names no object of its own',
  'evaluation.ticket units[].unitId': 'held against the units on the own ballot; names no object of its own',
  'evaluation.drop evaluationId': 'a ballot without a session: nobody is another unit’s here',
  'evaluation.drop slips[].unitId': 'held against the signed slips; names no object of its own',
  'evaluation.count units[].unitId': 'held against the units of the round of the address; names no object of its own',
  'supervision.begin content.unitIds[]':
    'the head may send the office to any unit of the city; units are public inside the installation',
  'supervision.edit content.unitIds[]':
    'the head may send the office to any unit of the city; units are public inside the installation',
  'credit.answerObjection objectionId':
    'held against the objections of the entry of the address; names no object of its own',
  'objection.decide impactDigest': 'what the decider saw, held against the objection of the address; names no object',
  'approval.agree paperDigest': 'what the signer saw, held against the object of the address; names no object',
  'sheet.sign digest': 'what the signer saw, held against the object of the address; names no object',
  'reportPack.take shown': 'what the person was shown of the pack that `digest` names; names no object',
  'result.freeze runDigest': 'what was computed of the plan of the address; names no object',
}

let matrix: Matrix
let as: Matrix['as']
let own: Objects
let others: Objects
/** A file that somebody of the other unit has sent. */
let othersFile: string

beforeAll(async () => {
  matrix = await openMatrix({ now: '2025-01-20T10:00:00+08:00', probe: false })
  others = await realObjects(matrix.server, '甲')
  own = await realObjects(matrix.server, '乙')
  as = await everyPost(matrix.server, own)
  const stranger = await everyPost(matrix.server, others)
  othersFile = await upload(matrix.server, stranger('handler'), '别人的.pdf')
})
afterAll(() => matrix.server.close())

const nounOf = (name: string): ObjectName => nouns[name] ?? (name as ObjectName)
const placeOf = (route: Route, { at }: BodyId): string => `${route.id} ${at}`

/** Each field with those who may fill it in and to whom the other unit is none of theirs. */
const fields = (): readonly { readonly route: Route; readonly field: BodyId; readonly kinds: readonly PostKind[] }[] =>
  matrix.routes.flatMap((route) =>
    bodyIds(route)
      .filter((field) => !Object.hasOwn(exempt, placeOf(route, field)))
      .map((field) => ({ route, field, kinds: postsOf(route).filter((kind) => !everywhere.includes(kind)) })),
  )

const inputOf = (route: Route, body: unknown) => {
  const example = route.params === undefined ? {} : (anExample(route.params as z.ZodType) as Record<string, string>)
  const params = Object.entries(example).map(([name, value]) => [name, own[name as ObjectName] ?? value])
  return { params: Object.fromEntries(params) as Record<string, string>, body }
}

/** What is answered to this value, with the value itself left out. */
const answerTo = async (kind: PostKind, route: Route, field: BodyId, value: string): Promise<string> => {
  const body = field.body(value, (name) => own[nounOf(name)])
  const reply = await as(kind).call(route, inputOf(route, body))
  return `${reply.statusCode} ${reply.body.replaceAll(value, '…')}`
}

const acts = async (): Promise<number> => (await matrix.server.db.selectFrom('act').select('id').execute()).length

describe('every id in the body of a request', () => {
  it('is of a noun of which there is a real object, or a file', () => {
    const missing = fields().filter(({ field }) => field.kind === 'id' && !Object.hasOwn(own, nounOf(field.name)))
    expect(
      missing.map(({ route, field }) => placeOf(route, field)),
      'say its noun above, or give it a row in testing/real-objects.ts',
    ).toEqual([])
  })

  it('is exempt only where there is such a field', () => {
    const all = matrix.routes.flatMap((route) => bodyIds(route).map((field) => placeOf(route, field)))
    expect(Object.keys(exempt).filter((place) => !all.includes(place))).toEqual([])
  })

  it("is refused where it is another unit's, in the words for one that does not exist; and nothing is done", async () => {
    const before = await acts()
    const wrong: string[] = []
    let asked = 0
    for (const { route, field, kinds } of fields()) {
      const isFile = field.kind === 'digest'
      const theirs = isFile ? othersFile : others[nounOf(field.name)]
      const nobodys = isFile ? randomBytes(32).toString('hex') : randomUUID()
      for (const kind of kinds) {
        const [none, foreign] = [
          await answerTo(kind, route, field, nobodys),
          await answerTo(kind, route, field, theirs),
        ]
        asked++
        if (none !== foreign || /^[23]/.test(foreign))
          wrong.push(`${placeOf(route, field)} × ${kind}: ${none.slice(0, 160)} <> ${foreign.slice(0, 200)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(100)
    expect(await acts()).toBe(before)
  }, 300_000)
})
