import { fillOfficeTemplate, previewOfficeTemplate } from '@quanheng/contract/office-template'
import { Button, Modal, Select } from 'antd'
import { useEffect, useState } from 'react'
import { call } from '../../../shared/api/client.ts'
import { download } from '../../../shared/api/download.ts'
import { useCommand } from '../../../shared/api/hooks.ts'
import { RefusedError } from '../../../shared/api/refused.ts'
import { t } from '../../../shared/i18n/t.ts'
import type { CheckedPaper } from '../../../shared/outline/check-file.ts'
import { PaperOutline } from '../../../shared/outline/PaperOutline.tsx'
import { Refusal } from '../../../shared/page/Refusal.tsx'
import styles from './template.module.css'
import type { TemplateRow } from './template.ts'

interface Props {
  readonly template: TemplateRow
  readonly planId: string
  readonly units: readonly { readonly unitId: string; readonly name: string }[]
  readonly onClose: () => void
}

type Shown = CheckedPaper | RefusedError | string | undefined

/** The paper as it would be made now, drawn by the file's own settings. */
const usePreview = (templateId: string, planId: string, unitId: string | undefined): Shown => {
  const [shown, setShown] = useState<Shown>()
  useEffect(() => {
    let left = false
    const read = async (): Promise<Shown> => {
      try {
        const query = unitId === undefined ? { planId } : { planId, unitId }
        const { blob, name } = await call(previewOfficeTemplate, { params: { officeTemplateId: templateId }, query })
        const { checkFile } = await import('../../../shared/outline/check-file.ts')
        return await checkFile(new File([blob], name))
      } catch (error) {
        if (error instanceof RefusedError) return error
        throw error
      }
    }
    setShown(undefined)
    void read().then((next) => {
      if (!left) setShown(next)
    })
    return () => {
      left = true
    }
  }, [templateId, planId, unitId])
  return shown
}

const Preview = ({ shown }: { readonly shown: Shown }) => {
  if (shown === undefined) return <p>{t('正在生成预览…')}</p>
  if (shown instanceof RefusedError) return <Refusal refusal={shown} />
  if (typeof shown === 'string') return <p className={styles.stop}>{shown}</p>
  return (
    <>
      <p className={styles.soft}>{t('按文件中的设置示意，换行和分页以 Word、WPS 为准。')}</p>
      <div className={styles.preview}>
        <PaperOutline pages={shown.pages} answers={[]} picked={undefined} />
      </div>
    </>
  )
}

/** 预览和出具: looked at first; what is made is kept with the template and the source that it came from. */
const FillDialog = ({ template, planId, units, onClose }: Props) => {
  const perUnit = template.kind !== 'resultCircular'
  const [unitId, setUnit] = useState(perUnit ? units[0]?.unitId : undefined)
  const shown = usePreview(template.id, planId, unitId)
  const fill = useCommand(fillOfficeTemplate, { onDone: onClose })
  const ready = typeof shown === 'object' && 'pages' in shown
  const params = { officeTemplateId: template.id }
  return (
    <Modal
      open
      width={760}
      title={t('按“{{name}}”出具', { name: template.name })}
      okText={t('出具')}
      cancelText={t('关闭')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={fill.pending}
      onOk={() => void fill.run({ params, body: { planId, unitId: unitId ?? null } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p>{t('文中数据取自方案和锁定的结果；出具的文书留存，记录所用模板的版本。')}</p>
      <p className={styles.acts}>
        {perUnit && (
          <Select
            aria-label={t('单位')}
            showSearch={{ optionFilterProp: 'label' }}
            value={unitId}
            options={units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
            onChange={setUnit}
            style={{ width: 280 }}
          />
        )}
        <Button
          disabled={!ready}
          onClick={() =>
            void download(previewOfficeTemplate, {
              params,
              query: unitId === undefined ? { planId } : { planId, unitId },
            })
          }
        >
          {t('下载预览')}
        </Button>
      </p>
      <Refusal refusal={fill.refusal} />
      <Preview shown={shown} />
    </Modal>
  )
}

export default FillDialog
