import { childrenOf } from '@quanheng/domain/plan/tree'
import { t } from '../../../shared/i18n/t.ts'
import { useEditor } from '../editor/editor.ts'

/** 高质量发展 60% ＋ 财政绩效 40%. */
export const WeightWords = () => {
  const { content } = useEditor()
  const parts = childrenOf(content, undefined).map(({ name, weight }) =>
    weight === undefined ? t('{{name}} 未填权重', { name }) : t('{{name}} {{weight}}%', { name, weight }),
  )
  return t('按权重：{{parts}}', { parts: parts.join(' ＋ ') })
}
