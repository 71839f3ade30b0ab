import type { Refusal } from '@quanheng/contract/errors'
import type { GroupPaper } from '@quanheng/contract/steering-group'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { emptyCharter, type GroupCharter, officeName } from '@quanheng/domain/meeting/charter'
import type { Seat, SeatRank } from '@quanheng/domain/meeting/model'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter } from '@quanheng/papers/paper/model'
import { titleText } from '@quanheng/papers/paper/title'
import type { PaperFormat } from '@quanheng/papers/print/print-paper'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor, HeldPost } from '../../platform/door/actor.ts'
import type { Context } from '../../platform/door/context.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { paperFile } from '../../platform/jobs/paper-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { letterheadFor } from '../approval/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { groupOf } from './group-store.ts'
import { seatsOn } from './seats.ts'

interface GroupInWords {
  readonly name: string
  readonly shortName: string
  /** Number of the document that founded it, as it was entered. */
  readonly basis: string
  readonly charter: GroupCharter
  readonly officeUnit: string
  /** By rank, with what each is beside the group. */
  readonly named: readonly { readonly rank: SeatRank; readonly name: string; readonly title: string }[]
  readonly memberUnits: readonly string[]
  readonly directors: readonly { readonly name: string; readonly title: string }[]
  readonly letterhead: Letter['letterhead'] | undefined
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** `组　长：王某某　副市长`: whoever has the rank, one a line. */
const ofRank = ({ named }: GroupInWords, rank: SeatRank): readonly Block[] =>
  named
    .filter((one) => one.rank === rank)
    .map(({ name, title }, at) =>
      paragraph(
        `${at === 0 ? `${label('zh-CN', 'seatRank', rank)}：` : ''}${[name, title].filter(Boolean).join('　')}`,
      ),
    )

const officeWords = ({ name, charter, officeUnit, directors }: GroupInWords): string => {
  const { shortName } = charter.office
  const [director] = directors
  return [
    `${name}下设办公室${charter.office.name === '' && shortName === '' ? '' : `（${[charter.office.name, shortName && `简称“${shortName}”`].filter(Boolean).join('，')}）`}，`,
    // A unit of its own is not set up in another.
    `${officeUnit === officeName(name, charter) ? '' : `办公室设在${officeUnit}，`}负责处理日常工作。`,
    director ? `办公室主任由${director.title}${director.name}担任。` : '',
  ].join('')
}

const termWords = ({ charter: { term } }: GroupInWords): string =>
  term === null
    ? ''
    : term.to === null
      ? `自${sayDay(term.from)}起履职。`
      : `任期自${sayDay(term.from)}至${sayDay(term.to)}。`

const opening = (given: GroupInWords, paper: GroupPaper): string => {
  const { name, shortName, basis, charter } = given
  const above = charter.reportsTo.join('、')
  const called = `${name}${shortName === '' ? '' : `（简称“${shortName}”）`}`
  if (paper === 'adjusting') {
    const founded = basis === '' ? '' : `（${basis}）`
    return `因人员变动和工作需要，${above === '' ? '经研究' : `经${above}同意`}，对${called}${founded}组成人员作相应调整。调整后的组成人员通知如下。`
  }
  const answers = above === '' ? '' : `，直接受${above}领导`
  return `为加强对绩效考评工作的领导，${above === '' ? '经研究' : `经${above}批准同意`}，成立${called}${answers}。现将有关事项通知如下。`
}

/** 成立通知, or the notice of who belongs to the group now (A-0, A-1, A-2, A-3 of docs/seed-clauses.md). */
const groupNotice = (given: GroupInWords, paper: GroupPaper): Letter => {
  const { name, memberUnits, letterhead, charter } = given
  // The body above founds it; of several the last, as 党工委、管委会 is signed by 管委会.
  const above = charter.reportsTo.at(-1)
  const head =
    above === undefined ? (letterhead ?? { organs: [name], word: '文件' }) : { organs: [above], word: '文件' }
  const term = termWords(given)
  const members = memberUnits.length === 0 ? [] : [paragraph(`成员由${memberUnits.join('、')}主要领导组成。`)]
  return {
    kind: '通知',
    letterhead: head,
    title: paper === 'founding' ? `关于成立${name}的通知` : `关于调整${name}组成人员的通知`,
    addressees: memberUnits.length > 0 ? memberUnits : ['各有关单位'],
    body: [
      paragraph(opening(given, paper)),
      { kind: 'heading', level: 1, text: '组成人员' },
      ...ofRank(given, 'head'),
      ...ofRank(given, 'deputy'),
      ...ofRank(given, 'member'),
      ...members,
      paragraph('成员单位主要领导变动的，由接任者自然递补，不再另行发文。'),
      { kind: 'heading', level: 1, text: '办事机构' },
      paragraph(officeWords(given)),
      ...(term === '' ? [] : [{ kind: 'heading', level: 1, text: '任期' } as const, paragraph(term)]),
    ],
    signature: { organs: head.organs, sealed: true },
    imprint: { organ: officeName(name, charter) },
  }
}

const seatPosts: ReadonlySet<string> = new Set(['steeringHead', 'steeringDeputy', 'steeringMember'])

/** What a person is beside the seat: the title that the seat was given with, else the first other post. */
const titlesOf = async (db: Reader, seats: readonly Seat[], day: string): Promise<(seat: Seat) => string> => {
  const personIds = seats.flatMap(({ personId }) => personId ?? [])
  const held = await heldPosts(db, { personIds, on: day })
  const say = ({ unitName, title, kind }: (typeof held)[number]): string =>
    `${unitName}${title ?? label('zh-CN', 'post', kind)}`
  return ({ key, personId }) => {
    const own = held.find(({ id }) => key === `post:${id}`)
    const other = held.find((post) => post.personId === personId && !seatPosts.has(post.kind))
    return own?.title ?? (other ? say(other) : '')
  }
}

const inWords = async (db: Reader, unitId: string, today: string): Promise<GroupInWords | undefined> => {
  const group = await groupOf(db, unitId)
  if (group === undefined) return undefined
  const seats = await seatsOn(db, { unitId, kind: 'steeringGroup' }, today)
  const titleOf = await titlesOf(db, seats, today)
  const unit = await db.selectFrom('unit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow()
  const directors = await heldPosts(db, { unitId, kind: 'officeDirector', on: today })
  const others = await heldPosts(db, { unitId, kind: 'principal', on: today })
  return {
    name: group.name,
    shortName: group.short_name,
    basis: group.basis,
    charter: group.charter ?? emptyCharter,
    officeUnit: unit.name,
    named: seats
      .filter((seat) => seat.unitId === undefined)
      .map((seat) => ({ rank: seat.rank, name: seat.personName, title: titleOf(seat) })),
    memberUnits: seats.flatMap((seat) => (seat.unitId === undefined ? [] : [seat.unitName])),
    directors: directors.map(({ personId, personName, title }) => ({
      name: personName,
      title: title ?? (others.some((one) => one.personId === personId) ? `${unit.name}主要领导` : ''),
    })),
    letterhead: await letterheadFor(db, unitId, '通知'),
  }
}

/** As a draft: it is issued by the body above, under that body's number. */
export const groupPaper = async (
  platform: Platform,
  asked: {
    readonly db: Reader
    readonly actor: Actor
    readonly posts: readonly HeldPost[]
    readonly context: Context
  },
  { unitId, paper, format }: { readonly unitId: string; readonly paper: GroupPaper; readonly format: PaperFormat },
): Promise<Result<FileReply, Refusal>> => {
  const { db, actor, posts, context } = asked
  if (!posts.some((post) => post.unitId === unitId)) return refuse('platform.notFound')
  const given = await inWords(db, unitId, context.today)
  if (given === undefined) return refuse('meeting.groupMissing')
  const letter = groupNotice(given, paper)
  const file = { paper: { kind: 'letter', paper: letter } as const, format, name: titleText(letter.title), draft: true }
  return ok(await paperFile(platform, file, { actor, context }))
}
