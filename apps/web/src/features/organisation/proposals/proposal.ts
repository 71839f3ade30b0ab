import type { listPeopleProposals, showPeopleProposal } from '@quanheng/contract/people-proposal'
import type { ReplyOf } from '@quanheng/contract/route'
import type { PostKind } from '@quanheng/domain/ability/posts'
import type { PeopleProposalState } from '@quanheng/domain/people-proposal/model'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import type { Tone } from '../../../shared/state/StateTag.tsx'

export type ProposalRow = ReplyOf<typeof listPeopleProposals>['rows'][number]
export type Proposal = ReplyOf<typeof showPeopleProposal>
export type Line = Proposal['rows'][number]

export const toneOf: Readonly<Record<PeopleProposalState, Tone>> = {
  draft: 'waiting',
  submitted: 'going',
  returned: 'heed',
  decided: 'done',
  withdrawn: 'stop',
}

/** `综合规划科 经办人` */
export const sayKind = (kind: PostKind, sectionName: string | null): string =>
  [sectionName, word('post', kind)].filter(Boolean).join(' ')

const sayGiven = (post: NonNullable<Line['post']>): string => {
  const name = sayKind(post.kind, post.sectionName)
  const more = [post.title, post.acting ? t('主持工作') : null].filter(Boolean).join(t('，'))
  const days =
    post.to === null ? t('{{from}} 起', { from: post.from }) : t('{{from}} 至 {{to}}', { from: post.from, to: post.to })
  const said = more === '' ? name : t('{{post}}（{{more}}）', { post: name, more })
  return `${said} ${days}`
}

/** What a line asks for, in one sentence. */
export const sayLine = (line: Line): string => {
  const held = line.held === null ? '' : sayKind(line.held.kind, line.held.sectionName)
  switch (line.kind) {
    case 'joining':
      return line.post === null ? t('登记人员，暂不任职') : sayGiven(line.post)
    case 'added':
      return line.post === null ? '' : sayGiven(line.post)
    case 'changed':
      return line.post === null ? held : t('{{held}} 改任 {{post}}', { held, post: sayGiven(line.post) })
    case 'ended':
      return t('{{held}}，到 {{day}} 为止', { held, day: line.lastDay ?? '' })
    case 'leaving':
      return t('本单位全部任职到 {{day}} 为止', { day: line.lastDay ?? '' })
  }
}

/** Who acts next. */
export const sayNext = ({ state, open, may, returned }: Proposal): string => {
  switch (state) {
    case 'draft':
      return may.includes('submit') ? t('逐行填写或导入 Excel，填好后由您报送。') : t('由单位管理员填写。')
    case 'submitted':
      return may.includes('decide')
        ? t('还有 {{count}} 行由您审核；通过的当场登记。', { count: open })
        : t('已报送，由安全管理员审核。')
    case 'returned':
      return may.includes('submit')
        ? t('有 {{count}} 行退回。请由您改正后重新报送，或删去。', { count: returned })
        : t('有 {{count}} 行退回，由单位管理员改正。', { count: returned })
    case 'decided':
      return t('已全部办理。')
    case 'withdrawn':
      return t('已撤回；此前通过的仍然有效。')
  }
}
