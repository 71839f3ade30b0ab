import { closeCreditRegister, reopenCreditRegister, reportZero } from '@quanheng/contract/credit-register'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { Facts } from '../../../shared/page/Facts.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Year } from '../credit.ts'

const AskDialog = lazy(() => import('./AskDialog.tsx'))

type Act = 'close' | 'reopen' | 'reportZero'

const actWord = (act: Act): string => ({ close: t('关账'), reopen: t('重开台账'), reportZero: t('零报告') })[act]

const effectOf = (act: Act): string =>
  ({
    close: t('关账后不再受理申报和提出；年度汇总不再注明“加减分尚未登记完”。'),
    reopen: t('重开后可继续申报和提出；已锁定未印发的年度结果随之失效。'),
    reportZero: t('报告本单位没有应提出的扣分、否决事项。之后仍可提出。'),
  })[act]

const answerWord = (answer: Year['register']['asked'][number]['answer']): string =>
  ({ zero: t('零报告'), proposed: t('已提出'), silent: t('未回复') })[answer]

/** 加减分台账 of one year plan: who has answered, what is open, and its closing. */
export const RegisterPanel = ({ year }: { readonly year: Year }) => {
  const [asking, setAsking] = useState(false)
  const [act, setAct] = useState<Act>()
  const options = { onDone: () => setAct(undefined) }
  const close = useCommand(closeCreditRegister, options)
  const reopen = useCommand(reopenCreditRegister, options)
  const zero = useCommand(reportZero, options)
  const { register } = year
  const params = { planId: year.planId }
  const body = { version: register.version }
  const run = (reason: string) => {
    if (act === 'close') return close.run({ params, body })
    return act === 'reopen' ? reopen.run({ params, body: { ...body, reason } }) : zero.run({ params, body })
  }
  const silent = register.asked.filter(({ answer }) => answer === 'silent')
  const buttons = (['reportZero', 'close', 'reopen'] as const).filter((one) => year.may.includes(one))
  return (
    <Section
      title={year.planTitle}
      actions={
        <>
          {year.may.includes('ask') && <Button onClick={() => setAsking(true)}>{t('布置报送')}</Button>}
          {buttons.map((one) => (
            <Button key={one} onClick={() => setAct(one)} {...(one === 'reportZero' && { type: 'primary' as const })}>
              {actWord(one)}
            </Button>
          ))}
        </>
      }
    >
      <Facts
        items={[
          {
            label: t('台账'),
            value:
              register.state === 'closed' ? (
                <StateTag word={t('已关账')} tone="done" />
              ) : (
                <StateTag word={t('登记中')} tone="going" />
              ),
          },
          { label: t('在办'), value: t('{{count}} 件', { count: register.open }) },
          { label: t('已审定'), value: t('{{count}} 件', { count: register.decided }) },
          {
            label: t('扣分、否决报送'),
            value:
              register.asked.length === 0
                ? t('未布置')
                : register.asked
                    .map((one) => t('{{unit}}（{{answer}}）', { unit: one.unitName, answer: answerWord(one.answer) }))
                    .join('、'),
          },
          ...(register.reopened === null ? [] : [{ label: t('重开理由'), value: register.reopened }]),
        ]}
      />
      {act && (
        <WeightyAct
          act={actWord(act)}
          object={year.planTitle}
          effects={[effectOf(act)]}
          {...(act === 'reopen' && { reason: 'required' as const })}
          pending={close.pending || reopen.pending || zero.pending}
          refusal={close.refusal ?? reopen.refusal ?? zero.refusal}
          onClose={() => setAct(undefined)}
          onAct={(reason) => void run(reason)}
        >
          <p>
            {silent.length > 0
              ? t('尚未回复：{{units}}', { units: silent.map(({ unitName }) => unitName).join('、') })
              : t('在办 {{open}} 条，已审定 {{decided}} 条。', { open: register.open, decided: register.decided })}
          </p>
        </WeightyAct>
      )}
      <Suspense>{asking && <AskDialog year={year} onClose={() => setAsking(false)} />}</Suspense>
    </Section>
  )
}
