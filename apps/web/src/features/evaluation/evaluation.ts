import type { listEvaluations, saveEvaluation, showEvaluation } from '@quanheng/contract/evaluation'
import type { BodyOf, ReplyOf } from '@quanheng/contract/route'
import type { EvaluationState } from '@quanheng/domain/evaluation/model'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import type { Tone } from '../../shared/state/StateTag.tsx'

export type Line = ReplyOf<typeof listEvaluations>['rows'][number]
export type Evaluation = ReplyOf<typeof showEvaluation>
export type Content = BodyOf<typeof saveEvaluation>['content']
export type Channel = Content['channels'][number]
export type OwnBallot = Evaluation['ballots'][number]

export const toneOf: Readonly<Record<EvaluationState, Tone>> = {
  draft: 'waiting',
  open: 'going',
  closed: 'heed',
  counted: 'going',
  fed: 'done',
  cancelled: 'stop',
}

/** A mark as it is read: the name of a level, or the points. */
export const sayMark = (channel: Channel | undefined, mark: string): string => {
  if (mark === 'unknown') return t('不了解')
  if (channel?.scale.kind === 'levels') return channel.scale.levels.find(({ key }) => key === mark)?.name ?? mark
  return t('{{points}} 分', { points: mark })
}

const sayTrim = ({ by, whenMoreThan: n, highest: high, lowest: low }: NonNullable<Channel['trim']>): string =>
  by === 'count'
    ? t('超过 {{n}} 票去掉最高 {{high}} 个、最低 {{low}} 个', { n, high, low })
    : t('超过 {{n}} 票去掉最高 {{high}}%、最低 {{low}}%', { n, high, low })

/** 强制分布, 去高去低 and 不了解 in words. */
export const sayRules = ({ unknown, spread, trim, minimum, mayChange, way }: Channel): string =>
  [
    ...(unknown.kind === 'leftOut' ? [t('不了解不计入平均')] : []),
    ...(unknown.kind === 'counted' ? [t('不了解计 {{points}} 分', { points: unknown.points })] : []),
    ...(spread ? [t('{{line}} 分及以上不超过 {{percent}}%', { line: spread.atLeast, percent: spread.percent })] : []),
    ...(trim ? [sayTrim(trim)] : []),
    t('少于 {{n}} 票不计结果', { n: minimum }),
    ...(way === 'byName' ? [mayChange ? t('截止前可以修改') : t('提交后不能修改')] : []),
  ].join(t('；'))

export const sayScale = ({ scale }: Channel): string =>
  scale.kind === 'marks'
    ? t('{{from}} 至 {{to}} 分', { from: scale.from, to: scale.to })
    : scale.levels.map(({ name, points }) => t('{{name}} {{points}} 分', { name, points })).join(t('、'))

/** Whether something of the reader's own is asked for today; of a secret ballot nobody knows whether it was cast. */
export const owesBallot = ({ state, content, today, ballots }: Evaluation): boolean =>
  state === 'open' &&
  today >= content.opensOn &&
  today <= content.closesOn &&
  ballots.some(({ channelKey, sentAt, ticketTaken }) => {
    const isSecret = content.channels.some(({ key, way }) => key === channelKey && way === 'secret')
    if (!isSecret) return sentAt === null
    return ticketTaken !== today <= (content.ticketsUntil ?? '')
  })

/** Whether every ballot has come before the last day; of secret ones nobody knows. */
export const areAllIn = ({ content, turnout }: Evaluation): boolean =>
  content.channels.every(({ way }) => way !== 'secret') && turnout.every(({ asked, came }) => came >= asked)

/** Who acts next: the reader, named people, or nobody any more. */
export const sayNext = (evaluation: Evaluation): string => {
  const { next, may, state, content, today, ballots } = evaluation
  if (state === 'cancelled') return t('已撤销。')
  if (next === null) return t('评议结果已报送，由第二人在“数据采集与填报”确认。')
  if (state === 'open' && today < content.opensOn && ballots.length > 0)
    return t('{{day}} 起请您填票。', { day: content.opensOn })
  if (owesBallot(evaluation)) {
    const isTicket = content.ticketsUntil !== null && today <= content.ticketsUntil
    return isTicket
      ? t('请您填票或领票。领票 {{until}} 截止，填票 {{day}} 截止。', {
          until: content.ticketsUntil ?? '',
          day: content.closesOn,
        })
      : t('请您填票，{{day}} 截止。', { day: content.closesOn })
  }
  const isIn = areAllIn(evaluation)
  if (state === 'open' && today <= content.closesOn && !isIn)
    return t('正在填票，{{day}} 截止。', { day: content.closesOn })
  const act = word('evaluationCommand', next.command)
  if (may.includes(next.command)) return t('由您{{act}}。', { act })
  const people = next.people.slice(0, 3).join('、')
  return people === ''
    ? t('由{{unit}}{{act}}，该单位目前没有可办理的人员。', { unit: next.unitName, act })
    : t('由{{unit}}{{people}}{{act}}。', { unit: next.unitName, people, act })
}
