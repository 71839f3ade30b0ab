import { claimBonus, proposeCredit, resubmitCredit } from '@quanheng/contract/credit'
import { Input, Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../../shared/api/hooks.ts'
import { t } from '../../../shared/i18n/t.ts'
import { word } from '../../../shared/i18n/word.ts'
import { CitedMarks } from '../../../shared/library/CitedMarks.tsx'
import { ClausePick } from '../../../shared/library/ClausePick.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import { UnitPick } from '../../../shared/unit/UnitPick.tsx'
import { FilesField } from '../../../shared/upload/FilesField.tsx'
import styles from '../../../shared/work/work.module.css'
import { type Credit, type Line, proofNames, type StoredFile, type Year } from '../credit.ts'

interface Props {
  readonly year: Year
  readonly way: 'claim' | 'propose'
  /** A returned claim that is completed. */
  readonly earlier?: Credit
  readonly onClose: () => void
  readonly onBegun?: (creditId: string) => void
}

/** 申报加分 or 提出扣分、否决: the matter, its class or veto, the points and the document that proves it. */
const ClaimDialog = ({ year, way, earlier, onClose, onBegun }: Props) => {
  const [kind, setKind] = useState<Line['kind']>(
    way === 'claim' ? 'bonus' : year.foreseesCredits ? 'deduction' : 'veto',
  )
  const [unitId, setUnit] = useState(earlier?.unitId ?? (way === 'claim' ? (year.claimsFor[0]?.unitId ?? '') : ''))
  const [reviewer, setReviewer] = useState({ id: year.officeUnitId, name: year.officeName })
  const [form, setForm] = useState({
    matter: earlier?.matter ?? '',
    classKey: earlier?.classKey ?? null,
    gateKey: earlier?.gateKey ?? null,
    points: earlier?.claimed ?? '',
    level: earlier?.level ?? '',
    honoured: earlier?.honoured ?? '',
    title: earlier?.document.title ?? '',
    number: earlier?.document.number ?? '',
    issuer: earlier?.document.issuer ?? '',
    on: earlier?.document.on ?? '',
  })
  const [files, setFiles] = useState<readonly StoredFile[]>(earlier?.files ?? [])
  const put = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const begun = ({ creditId }: { readonly creditId: string }) => {
    onClose()
    onBegun?.(creditId)
  }
  const claim = useCommand(claimBonus, { onDone: begun })
  const propose = useCommand(proposeCredit, { onDone: begun })
  const again = useCommand(resubmitCredit, { onDone: onClose })
  const id = useId()
  const classes = year.classes.filter(({ effect }) => effect === kind)
  const units = way === 'claim' ? year.claimsFor : year.appraised
  const { title, number, issuer, on, ...rest } = form
  const written = { ...rest, proof: { title, number, issuer, on }, files: [...files] }
  const ready = form.matter.trim() !== '' && title.trim() !== '' && issuer.trim() !== '' && on !== '' && unitId !== ''
  const go = () => {
    if (earlier)
      return again.run({ params: { creditId: earlier.id }, body: { version: earlier.version, claim: written } })
    const body = { planId: year.planId, unitId, claim: written }
    return kind === 'bonus'
      ? claim.run({ body: { ...body, reviewUnitId: reviewer.id } })
      : propose.run({ body: { ...body, kind } })
  }
  const text = (
    name: 'matter' | 'points' | 'level' | 'honoured' | 'title' | 'number' | 'issuer',
    max: number,
    hint?: string,
  ) => (
    <Input
      id={`${id}${name}`}
      value={form[name]}
      maxLength={max}
      {...(hint ? { placeholder: hint } : {})}
      onChange={(event) => put({ [name]: event.target.value })}
    />
  )
  return (
    <Modal
      open
      width={720}
      title={earlier ? t('补充后再报') : way === 'claim' ? t('申报加分') : t('提出扣分或否决')}
      okText={way === 'claim' ? t('申报') : t('提出')}
      cancelText={t('取消')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={claim.pending || propose.pending || again.pending}
      onOk={go}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className={styles.form}>
        {way === 'propose' && (
          <>
            <span>{t('类型')}</span>
            <Radio.Group
              value={kind}
              onChange={(event) => {
                setKind(event.target.value as Line['kind'])
                put({ classKey: null, gateKey: null, points: '' })
              }}
              options={[
                ...(year.foreseesCredits ? [{ value: 'deduction', label: word('entryKind', 'deduction') }] : []),
                ...(year.gates.length > 0 ? [{ value: 'veto', label: word('entryKind', 'veto') }] : []),
              ]}
            />
          </>
        )}
        {!earlier && (
          <>
            <label htmlFor={`${id}unit`}>{t('单位')}</label>
            <Select
              id={`${id}unit`}
              value={unitId || null}
              placeholder={t('选择单位')}
              showSearch={{ optionFilterProp: 'label' }}
              options={units.map((unit) => ({ value: unit.unitId, label: unit.unitName }))}
              onChange={setUnit}
            />
          </>
        )}
        <label htmlFor={`${id}matter`}>{t('事项')}</label>
        {text('matter', 200, t('例如：获评全国文明单位'))}
        {kind === 'veto' ? (
          <>
            <label htmlFor={`${id}gate`}>{t('否决事项')}</label>
            <Select
              id={`${id}gate`}
              value={form.gateKey}
              placeholder={t('按方案规定选择')}
              options={year.gates.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={(gateKey: string) => put({ gateKey })}
            />
          </>
        ) : (
          <>
            {classes.length > 0 && (
              <>
                <label htmlFor={`${id}class`}>{t('类别')}</label>
                <Select
                  id={`${id}class`}
                  value={form.classKey}
                  placeholder={t('按方案规定选择')}
                  options={classes.map(({ key, name, cap }) => ({
                    value: key,
                    label: cap === '' ? name : t('{{name}}（上限 {{cap}} 分）', { name, cap }),
                  }))}
                  onChange={(classKey: string) => put({ classKey })}
                />
              </>
            )}
            <label htmlFor={`${id}points`}>{kind === 'bonus' ? t('申报分值') : t('建议扣分')}</label>
            {text('points', 30)}
          </>
        )}
        <label htmlFor={`${id}title`}>{t('依据文件')}</label>
        {text('title', 200, t('文件名称'))}
        <label htmlFor={`${id}issuer`}>{t('发文机关')}</label>
        {text('issuer', 100)}
        <label htmlFor={`${id}number`}>{t('文号与日期')}</label>
        <span className={styles.pair}>
          {text('number', 60, t('发文字号'))}
          <Input
            type="date"
            aria-label={t('文件日期')}
            value={on}
            onChange={(event) => put({ on: event.target.value })}
          />
        </span>
        <span />
        <span>
          <ClausePick
            onPick={(clause) =>
              put({
                title: `${clause.title} ${clause.article}`,
                number: clause.documentNumber,
                issuer: clause.issuer,
                on: clause.issuedOn ?? '',
              })
            }
          />{' '}
          <CitedMarks names={proofNames({ title, number })} />
        </span>
        <label htmlFor={`${id}level`}>{t('级别')}</label>
        {text('level', 60, t('国家级、省级、市级等'))}
        <label htmlFor={`${id}honoured`}>{kind === 'bonus' ? t('受表彰对象') : t('涉及对象')}</label>
        {text('honoured', 300, t('与其他单位共享的，写明各方'))}
        <span>{t('扫描件')}</span>
        <FilesField label={t('选择扫描件')} files={files} onChange={setFiles} />
        {kind === 'bonus' && !earlier && (
          <>
            <label htmlFor={`${id}review`}>{t('初审单位')}</label>
            <UnitPick
              id={`${id}review`}
              label={t('初审单位')}
              value={reviewer.id}
              name={reviewer.name}
              onChange={(unit, name) => setReviewer({ id: unit, name })}
            />
          </>
        )}
        <Refusal refusal={claim.refusal ?? propose.refusal ?? again.refusal} />
      </div>
    </Modal>
  )
}

export default ClaimDialog
