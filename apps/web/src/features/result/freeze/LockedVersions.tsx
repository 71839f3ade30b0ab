import { voidResult } from '@quanheng/contract/result'
import { Button } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { ObjectHistory } from '../../../shared/history/ObjectHistory.tsx'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { Section } from '../../../shared/page/Section.tsx'
import { StateTag } from '../../../shared/state/StateTag.tsx'
import type { Column } from '../../../shared/table/column.ts'
import { Sheet } from '../../../shared/table/Sheet.tsx'
import { sayMoment } from '../../../shared/time/time.ts'
import { type Frozen, type PlanResult, resultTone, sayPerson, standing } from '../result.ts'

const columns = (): readonly Column<Frozen>[] => [
  {
    key: 'digest',
    title: t('校验码'),
    width: 300,
    render: (row) => <Digest value={row.runDigest} />,
  },
  {
    key: 'state',
    title: t('状态'),
    render: (row) => <StateTag word={word('resultState', row.state)} tone={resultTone[row.state]} />,
  },
  { key: 'frozenAt', title: t('锁定时间'), render: (row) => sayMoment(row.frozenAt) },
  { key: 'frozenBy', title: t('锁定人'), render: (row) => sayPerson(row.frozenBy) },
  {
    key: 'became',
    title: t('后续'),
    width: 220,
    render: (row) => row.voiding?.cause ?? row.issue?.documentNumber ?? '',
  },
]

/** 锁定版: every run that was ever locked, and what became of it. */
export const LockedVersions = ({ result }: { readonly result: PlanResult }) => {
  const [voiding, setVoiding] = useState<Frozen>()
  const undo = useCommand(voidResult, { onDone: () => setVoiding(undefined) })
  const frozen = standing(result)
  if (result.results.length === 0) return null
  return (
    <Section
      title={t('锁定版')}
      actions={
        result.may.includes('void') && frozen && <Button onClick={() => setVoiding(frozen)}>{t('作废锁定版')}</Button>
      }
    >
      <Sheet caption={t('锁定版')} columns={columns()} rows={result.results} rowKey={(row) => row.id} />
      {frozen && <ObjectHistory subjectId={frozen.id} />}
      {voiding && (
        <WeightyAct
          act={t('作废')}
          object={t('锁定版')}
          digest={voiding.runDigest}
          effects={[t('以它为依据的审批随之失效，已有签字作废。')]}
          irreversible={[t('作废留痕保存，作废的锁定版不能恢复。')]}
          reason="required"
          pending={undo.pending}
          refusal={undo.refusal}
          onClose={() => setVoiding(undefined)}
          onAct={(cause) => undo.run({ params: { resultId: voiding.id }, body: { version: voiding.version, cause } })}
        >
          <p>{t('{{name}} {{time}} 锁定', { name: sayPerson(voiding.frozenBy), time: sayMoment(voiding.frozenAt) })}</p>
        </WeightyAct>
      )}
    </Section>
  )
}
