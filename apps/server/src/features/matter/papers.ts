import { type ImportantMatter, silent } from '@quanheng/domain/matter/model'
import { label } from '@quanheng/messages/labels'
import { sayDay } from '@quanheng/papers/paper/dates'
import type { Block, Letter } from '@quanheng/papers/paper/model'
import { bodyBlocks } from '../circular/index.ts'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** What was asked, what silence meant, and each opinion with how it was taken up. */
const opinionsOf = (matter: ImportantMatter): readonly Block[] => {
  const { round, opinions, answers } = matter.standing
  if (!round) return []
  const quiet = silent(matter)
  const name = (key: string): string => {
    const seat = round.asked.find((one) => one.key === key)
    return `${seat?.unitName ?? ''}${seat?.personName ?? ''}`
  }
  const rows = opinions.map(({ seatKey, stance, words }, at) => {
    const given = answers.find((one) => one.seatKey === seatKey)
    const taken = given
      ? `${label('zh-CN', 'answerOutcome', given.outcome)}${given.reason ? `：${given.reason}` : ''}`
      : '—'
    return [String(at + 1), name(seatKey), `${label('zh-CN', 'stance', stance)}${words ? `：${words}` : ''}`, taken]
  })
  return [
    { kind: 'heading', level: 1, text: '征求意见情况' },
    paragraph(
      `${sayDay(round.sentOn)}至${sayDay(round.until)}，书面征求${round.asked.length}名领导小组成员意见，收到${opinions.length}份。`,
    ),
    ...(quiet.length > 0
      ? [
          paragraph(
            `${quiet.map(({ key }) => name(key)).join('、')}未反馈意见，按事先明确的规定${label('zh-CN', 'silence', round.silence)}。`,
          ),
        ]
      : []),
    ...(rows.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [
              { width: 12 },
              { width: 44, align: 'left' as const },
              { width: 60, align: 'left' as const },
              { width: 50, align: 'left' as const },
            ],
            header: [['序号', '成员', '意见', '采纳情况及理由']],
            rows,
          },
        ]
      : []),
  ]
}

/** 专报 to the head: the text as it stands, then the opinions, or why none were asked. */
export const matterReport = (matter: ImportantMatter, organ: string, on: string): Letter => {
  const { content, standing } = matter
  const { direct } = standing
  return {
    kind: '专报',
    letterhead: { organs: [organ], word: '专报' },
    title: content.title,
    addressees: [],
    body: [
      ...bodyBlocks(content.body),
      ...(direct
        ? [{ kind: 'heading' as const, level: 1 as const, text: '直接报请审定的理由' }, paragraph(`${direct.reason}`)]
        : opinionsOf(matter)),
    ],
    ...(content.files.length > 0 && {
      attachments: content.files.map(({ name }) => ({ name: name.replace(/\.[^.]+$/u, '') })),
    }),
    signature: { organs: [organ], sealed: false, on },
    imprint: { organ, on },
  }
}
