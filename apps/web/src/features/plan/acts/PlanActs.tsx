import { checkPlan, discardPlan, returnPlan, revisePlan } from '@quanheng/contract/plan'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { useMay } from '../../../shared/session/session.ts'
import { useEditor } from '../editor/editor.ts'
import styles from '../fields/plan.module.css'

const IssueDialog = lazy(() => import('./IssueDialog.tsx'))
const ReasonedAct = lazy(() => import('./ReasonedAct.tsx'))

type Asking = 'issue' | 'register' | 'return' | 'revise' | 'discard'

/** The acts that this person may take on the plan now. */
export const PlanActs = ({ unsaved }: { readonly unsaved: boolean }) => {
  const { plan, openTab } = useEditor()
  const [asking, setAsking] = useState<Asking>()
  const check = useCommand(checkPlan)
  const maySimulate = useMay('plan.simulate') && plan.shows === 'draft'
  const stops = plan.findings.filter((row) => row.severity === 'mustFix' && !row.acceptance).length
  const close = () => setAsking(undefined)
  const body = { version: plan.version }
  const params = { planId: plan.id }
  return (
    <>
      {maySimulate && (
        <LinkButton to="/plans/$planId/simulation" params={{ planId: plan.id }}>
          {t('模拟测算')}
        </LinkButton>
      )}
      {plan.may.includes('check') && (
        <Button
          type="primary"
          loading={check.pending}
          disabled={unsaved}
          onClick={() => (stops > 0 ? openTab('findings') : void check.run({ params, body }))}
        >
          {stops > 0 ? t('校核（{{count}} 项必须处理）', { count: stops }) : t('校核通过')}
        </Button>
      )}
      {plan.may.includes('issue') && (
        <Button type="primary" onClick={() => setAsking('issue')}>
          {word('planCommand', 'issue')}
        </Button>
      )}
      {plan.may.includes('register') && (
        <Button onClick={() => setAsking('register')}>{word('planCommand', 'register')}</Button>
      )}
      {plan.may.includes('return') && (
        <Button onClick={() => setAsking('return')}>{word('planCommand', 'return')}</Button>
      )}
      {plan.may.includes('revise') && (
        <Button onClick={() => setAsking('revise')}>{word('planCommand', 'revise')}</Button>
      )}
      {plan.may.includes('discard') && <Button onClick={() => setAsking('discard')}>{t('放弃草稿')}</Button>}
      {check.refusal && (
        <div className={styles.stack}>
          <Refusal refusal={check.refusal} />
        </div>
      )}
      <Suspense>
        {(asking === 'issue' || asking === 'register') && <IssueDialog way={asking} onClose={close} />}
        {asking === 'return' && (
          <ReasonedAct
            route={returnPlan}
            act={word('planCommand', 'return')}
            effects={[t('方案回到起草状态，起草人可以修改。')]}
            onClose={close}
          />
        )}
        {asking === 'revise' && (
          <ReasonedAct
            route={revisePlan}
            act={word('planCommand', 'revise')}
            effects={[
              t('另起一版修订稿；印发之前，现行版本继续有效。'),
              t('修订稿印发后，评分标准、分值、目标、分组有变的考核项退回待评分，其余签字保留。'),
            ]}
            onClose={close}
          />
        )}
        {asking === 'discard' && (
          <ReasonedAct
            route={discardPlan}
            act={t('放弃草稿')}
            effects={[plan.issuedNumber === null ? t('此方案不再列出。') : t('修订稿作废，现行版本继续有效。')]}
            irreversible={[t('草稿内容不能恢复，操作留痕仍在。')]}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  )
}
