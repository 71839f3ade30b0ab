import { drawSample } from '@quanheng/contract/draw'
import { verificationPeople } from '@quanheng/contract/verification'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand, useQueryRoute } from '../../../shared/api/hooks.ts'
import { WeightyAct } from '../../../shared/dialog/WeightyAct.tsx'
import { t } from '../../../shared/i18n/t.ts'
import styles from '../verification.module.css'
import type { Verification } from '../verification.ts'

interface Part {
  readonly by: string
  readonly value: string
}

/** 抽样: the seed is put together on the spot from values that nobody alone controls, before a witness. */
const DrawDialog = ({
  verification,
  onClose,
}: {
  readonly verification: Verification
  readonly onClose: () => void
}) => {
  const witnesses = useQueryRoute(verificationPeople, {}).data?.witnesses ?? []
  const [witnessId, setWitness] = useState<string>()
  const agreement = verification.scope.agreement?.stands ? verification.scope.agreement : null
  const [parts, setParts] = useState<readonly Part[]>(
    agreement
      ? [{ by: agreement.source, value: '' }]
      : [
          { by: t('监督人'), value: '' },
          { by: t('被考核单位代表'), value: '' },
        ],
  )
  const draw = useCommand(drawSample, { onDone: onClose })
  const id = useId()
  const put = (at: number, part: Partial<Part>) =>
    setParts(parts.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const { scope } = verification
  return (
    <WeightyAct
      act={t('抽样')}
      object={verification.leafName}
      digest={scope.populationDigest ?? ''}
      effects={[t('抽出的单位列入现场核验；抽样记录可由任何人凭种子和名单复核。')]}
      irreversible={[t('开始核验后不能重抽；作废的抽样连同理由留在记录中。')]}
      pending={draw.pending}
      refusal={draw.refusal}
      onClose={onClose}
      onAct={() =>
        draw.run({
          params: { verificationId: verification.id },
          body: {
            version: verification.version,
            seedParts: parts.map(({ by, value }) => ({ by, value })),
            witnessId: witnessId ?? '',
          },
        })
      }
    >
      <div className={styles.form}>
        <p>
          {t('从 {{total}} 家中抽 {{size}} 家。', {
            total: scope.strata.reduce((sum, { units }) => sum + units.length, 0),
            size: scope.size ?? 0,
          })}
        </p>
        <p className={styles.note}>
          {agreement
            ? t('双方均已揭示承诺数。请按公告填写公开数，与揭示的数合成种子；任何人可凭公告核对。')
            : t('种子由各方当场各报一个数值，按次序合成；任何一方都不能单独决定结果。')}
        </p>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own and keep their order
          <div key={at} className={styles.part}>
            <Input
              aria-label={t('第 {{at}} 个数值由谁报出', { at: at + 1 })}
              value={part.by}
              readOnly={agreement !== null}
              maxLength={200}
              onChange={(event) => put(at, { by: event.target.value })}
            />
            <Input
              aria-label={t('第 {{at}} 个数值', { at: at + 1 })}
              placeholder={agreement ? t('公开数') : t('报出的数值')}
              value={part.value}
              maxLength={200}
              onChange={(event) => put(at, { value: event.target.value })}
            />
          </div>
        ))}
        {!agreement && (
          <div>
            <Button size="small" type="dashed" onClick={() => setParts([...parts, { by: '', value: '' }])}>
              {t('再加一方')}
            </Button>
          </div>
        )}
        <label htmlFor={`${id}w`}>{t('监督人')}</label>
        <Select
          id={`${id}w`}
          value={witnessId ?? null}
          placeholder={t('请选择')}
          notFoundContent={t('目前没有人担任监督人员')}
          options={witnesses.map((person) => ({
            value: person.personId,
            label: `${person.name}（${person.unitName}）`,
          }))}
          onChange={(value) => setWitness(value ?? undefined)}
        />
      </div>
    </WeightyAct>
  )
}

export default DrawDialog
