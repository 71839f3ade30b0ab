import { Input } from 'antd'
import { useState } from 'react'
import { t } from '../../../shared/i18n/t.ts'
import { Page } from '../../../shared/page/Page.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { Labelled } from '../fields/Labelled.tsx'
import styles from '../fields/plan.module.css'
import { emptyScoring } from '../indicators/tree.ts'
import { RuleEditor } from '../rule/RuleEditor.tsx'
import { readMark } from '../rule/read-mark.ts'
import own from '../rule/rule.module.css'
import { TryFigures } from '../rule/TryFigures.tsx'

/** 规则试读: any sentence, read and tried without a plan. Nothing of it is stored. */
const TryRulePage = () => {
  const [scoring, setScoring] = useState(emptyScoring)
  const [mark, setMark] = useState('10')
  const fullMark = readMark(mark)
  return (
    <Page crumbs={[{ title: t('考评方案'), to: '/plans' }]}>
      <p className={styles.note}>{t('把文件里的一句评分标准放进来，看平台怎样理解、给几分。这里填写的内容不保存。')}</p>
      <div className={own.mark}>
        <Labelled label={t('分值（分）')}>
          {(id) => (
            <Input
              id={id}
              value={mark}
              inputMode="decimal"
              status={fullMark === undefined ? 'error' : ''}
              onChange={({ target }) => setMark(target.value.trim())}
            />
          )}
        </Labelled>
      </div>
      <RuleEditor
        name={t('规则试读')}
        measure=""
        scoring={scoring}
        fullMark={fullMark}
        readOnly={false}
        onChange={setScoring}
        below={
          scoring.rule &&
          fullMark !== undefined && (
            <Section title={t('试算一个单位')}>
              <TryFigures rule={scoring.rule} fullMark={fullMark} />
            </Section>
          )
        }
      />
    </Page>
  )
}

export default TryRulePage
