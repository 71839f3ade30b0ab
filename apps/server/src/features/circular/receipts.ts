import { type Receiver, unsigned } from '@quanheng/domain/circular/model'
import { unitSigners } from '@quanheng/domain/circular/transitions'
import { label } from '@quanheng/messages/labels'
import type { TableColumn } from '@quanheng/papers/xlsx/model'
import type { Reader } from '../../platform/database/database.ts'
import { minuteOf } from '../../platform/door/context.ts'
import type { TakenOut } from '../../platform/jobs/list-file.ts'
import { type Reachable, reachable } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import type { KeptCircular } from './store.ts'

/** One receiver: who opened it first, who signed, and whom to call. */
export interface Receipt {
  readonly key: string
  readonly unitName: string
  readonly receiver: Receiver
  readonly readBy?: string
  readonly readAt?: string
  readonly signedBy?: string
  readonly signedAt?: string
  readonly scanDigest?: string
}

/** Who reads for a receiver: of a unit its receiving posts, else the person addressed. */
const readersOf = (
  receiver: Receiver,
  held: readonly Pick<Reachable, 'unitId' | 'post' | 'personId'>[],
): readonly string[] =>
  receiver.personId !== undefined
    ? [receiver.personId]
    : held
        .filter(({ unitId, post }) => unitId === receiver.unitId && (unitSigners as readonly string[]).includes(post))
        .map(({ personId }) => personId)

/** Every receiver in its order, with what it did. */
export const receiptsOf = async (
  db: Reader,
  { model: circular }: KeptCircular,
  receivers: readonly Receiver[],
  today: string,
): Promise<readonly Receipt[]> => {
  const { signed } = circular.standing
  const unitIds = [...new Set(receivers.map(({ unitId }) => unitId))]
  const held = await reachable(db, { unitIds }, today)
  const marks = await db
    .selectFrom('read_mark')
    .select(['person_id', 'at'])
    .where('subject_id', '=', circular.id)
    .orderBy('at')
    .execute()
  const names = await namesOf(db, {
    units: unitIds,
    people: [...signed.map(({ by }) => by.personId), ...marks.map(({ person_id }) => person_id)],
  })
  return receivers.map((receiver) => {
    const readers = readersOf(receiver, held)
    const mark = marks.find(({ person_id }) => readers.includes(person_id))
    const given = signed.find(({ key }) => key === receiver.key)
    return {
      key: receiver.key,
      unitName: names.get(receiver.unitId) ?? '',
      receiver,
      ...(mark && { readBy: names.get(mark.person_id) ?? '', readAt: mark.at.toISOString() }),
      ...(given && {
        signedBy: names.get(given.by.personId) ?? '',
        signedAt: given.at,
        ...(given.scanDigest !== undefined && { scanDigest: given.scanDigest }),
      }),
    }
  })
}

/** `云岭市财政局` or `云岭市财政局科室负责人王某`. */
export const sayReceiver = ({ unitName, receiver }: Pick<Receipt, 'unitName' | 'receiver'>): string =>
  receiver.post === undefined
    ? unitName
    : `${unitName}${label('zh-CN', 'post', receiver.post)}${receiver.personName ?? ''}`

/** Who can be called for a receiver, each person once. */
export const callable = (receiver: Receiver, held: readonly Reachable[]): readonly Reachable[] =>
  held
    .filter((one) => one.unitId === receiver.unitId && readersOf(receiver, [one]).includes(one.personId))
    .filter(({ personId }, at, all) => all.findIndex((one) => one.personId === personId) === at)

/** Whom to call for a receiver, with the telephone: `李某（联络员）5501001`. */
const contacts = async (
  db: Reader,
  receivers: readonly Receiver[],
  today: string,
): Promise<(receiver: Receiver) => string> => {
  const held = await reachable(db, { unitIds: [...new Set(receivers.map(({ unitId }) => unitId))] }, today)
  return (receiver) =>
    callable(receiver, held)
      .map(({ name, post, phone }) => `${name}（${label('zh-CN', 'post', post)}）${phone ?? ''}`)
      .join('；')
}

const columns: readonly TableColumn[] = [
  { key: 'order', header: '序号', width: 8, kind: 'text' },
  { key: 'unit', header: '单位', width: 30, kind: 'text' },
  { key: 'post', header: '岗位', width: 20, kind: 'text' },
  { key: 'name', header: '姓名', width: 12, kind: 'text' },
  { key: 'state', header: '签收情况', width: 12, kind: 'text' },
  { key: 'readAt', header: '阅看时间', width: 18, kind: 'text' },
  { key: 'signedBy', header: '签收人', width: 12, kind: 'text' },
  { key: 'signedAt', header: '签收时间', width: 18, kind: 'text' },
  { key: 'contact', header: '联系人', width: 50, kind: 'text' },
]

/** 签收情况 as a table, those who have not signed first. */
export const receiptsTable = async (db: Reader, one: KeptCircular, today: string): Promise<TakenOut> => {
  const { model: circular } = one
  const { receivers } = circular.standing
  const waiting = new Set(unsigned(circular).map(({ key }) => key))
  const call = await contacts(db, receivers, today)
  const receipts = await receiptsOf(db, one, receivers, today)
  const ordered = receipts.toSorted((a, b) => Number(waiting.has(b.key)) - Number(waiting.has(a.key)))
  return {
    title: `${circular.content.title}签收情况`,
    columns,
    rows: ordered.map((receipt, at) => ({
      order: String(at + 1),
      unit: receipt.unitName,
      post: receipt.receiver.post === undefined ? undefined : label('zh-CN', 'post', receipt.receiver.post),
      name: receipt.receiver.personName,
      state: waiting.has(receipt.key) ? '未签收' : receipt.scanDigest ? '纸质签收' : '已签收',
      readAt: receipt.readAt === undefined ? undefined : minuteOf(new Date(receipt.readAt)),
      signedBy: receipt.scanDigest ? undefined : receipt.signedBy,
      signedAt: receipt.signedAt === undefined ? undefined : minuteOf(new Date(receipt.signedAt)),
      contact: call(receipt.receiver),
    })),
  }
}
