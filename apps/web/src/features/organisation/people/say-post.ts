import type { heldPost } from '@quanheng/contract/organisation'
import type { z } from 'zod'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'

export type HeldPost = z.infer<typeof heldPost>

/** `市交通局 综合规划科 经办人（主持工作，至 2025-06-30）` */
export const sayPost = (post: HeldPost): string => {
  const name = [post.unitName, post.sectionName, word('post', post.kind)].filter(Boolean).join(' ')
  const acting = post.to === null ? t('主持工作') : t('主持工作，至 {{day}}', { day: post.to })
  const more = [post.title, post.acting ? acting : null].filter(Boolean).join(t('，'))
  return more === '' ? name : t('{{post}}（{{more}}）', { post: name, more })
}
