import { sayConclusion, sayCounts, wordsIn } from '@quanheng/papers/conformity/say'
import { useState } from 'react'
import { currentLanguage } from '../../shared/i18n/language.ts'
import { t } from '../../shared/i18n/t.ts'
import type { CheckedPaper } from '../../shared/outline/check-file.ts'
import { PaperOutline } from '../../shared/outline/PaperOutline.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { StateTag } from '../../shared/state/StateTag.tsx'
import { AnswerList } from './AnswerList.tsx'
import styles from './conformity.module.css'

const tones = { conforms: 'done', structureOnly: 'heed', faults: 'stop' } as const

/** What was found about one paper: the conclusion, the faults, and the page they stand on. */
const Checked = ({ paper: { name, check, pages } }: { readonly paper: CheckedPaper }) => {
  const [picked, setPicked] = useState<number>()
  const language = currentLanguage()
  const { conclusion, answers, subject } = check
  return (
    <>
      <section className={styles.conclusion} aria-label={t('检查结论')}>
        <h2>{name}</h2>
        <StateTag word={sayConclusion(language, conclusion)} tone={tones[conclusion]} />
        <p className={styles.soft}>
          {wordsIn(language).form[subject.anatomy.form]}
          {subject.anatomy.kind && ` · ${subject.anatomy.kind}`} · {sayCounts(language, answers)}
        </p>
      </section>
      <div className={styles.sides}>
        <Section title={t('检查项')}>
          <AnswerList answers={answers} onPick={setPicked} />
        </Section>
        <Section title={t('版面示意')}>
          <p className={styles.soft}>
            {t('按文件中的设置示意，换行和分页以 Word、WPS 为准；有底色的段落有不符合之处。')}
          </p>
          <PaperOutline pages={pages} answers={answers} picked={picked} />
        </Section>
      </div>
    </>
  )
}

export default Checked
