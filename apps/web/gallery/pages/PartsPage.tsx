import { Button, Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { ApprovalTimeline } from '../../src/shared/approval/ApprovalTimeline.tsx'
import { EvidenceList } from '../../src/shared/evidence/EvidenceList.tsx'
import type { EvidenceSlot } from '../../src/shared/evidence/evidence.ts'
import { Figure } from '../../src/shared/figure/Figure.tsx'
import { DraftNote } from '../../src/shared/form/DraftNote.tsx'
import { Field } from '../../src/shared/form/Field.tsx'
import styles from '../../src/shared/form/form.module.css'
import { useDraft } from '../../src/shared/form/use-draft.ts'
import { useForm } from '../../src/shared/form/use-form.ts'
import { ActTimeline } from '../../src/shared/history/ActTimeline.tsx'
import { Facts } from '../../src/shared/page/Facts.tsx'
import { NextAct } from '../../src/shared/page/NextAct.tsx'
import { Page } from '../../src/shared/page/Page.tsx'
import { Section } from '../../src/shared/page/Section.tsx'
import { PrintSheet } from '../../src/shared/print/PrintSheet.tsx'
import { Light } from '../../src/shared/state/Light.tsx'
import { StateTag } from '../../src/shared/state/StateTag.tsx'
import { history } from './data.ts'

const shape = z.object({
  title: z.string().min(1).max(20),
  count: z.string().regex(/^\d+$/),
  note: z.string().max(50).optional(),
})

const Form = () => {
  const form = useForm({ shape, initial: { title: '', count: '' } as z.input<typeof shape>, onSubmit: () => undefined })
  const draft = useDraft('gallery', form.values, form.dirty)
  return (
    <form {...form.formProps} className={styles.form}>
      <Field form={form} name="title" label="标题" help="不超过二十个字" required>
        {(bind) => <Input {...bind} />}
      </Field>
      <Field form={form} name="count" label="数量" required>
        {(bind) => <Input {...bind} inputMode="numeric" />}
      </Field>
      <Field form={form} name="note" label="说明">
        {(bind) => <Input.TextArea {...bind} rows={2} />}
      </Field>
      <div>
        <Button type="primary" htmlType="submit">
          保存
        </Button>{' '}
        <DraftNote draft={draft} />
      </div>
    </form>
  )
}

const PartsPage = () => {
  const [slots, setSlots] = useState<readonly EvidenceSlot[]>([
    {
      id: '1',
      name: '统计快报（加盖公章）',
      required: true,
      files: [
        {
          id: 'f',
          name: '2024年统计快报.pdf',
          digest: '9f86d081884c7d65',
          size: 1_480_000,
          by: '段明远',
          at: '2025-01-12T09:41:00Z',
          href: '#',
        },
      ],
    },
    { id: '2', name: '项目开工清单', required: true, files: [] },
    { id: '3', name: '现场照片', required: false, files: [] },
  ])
  return (
    <Page next={<NextAct turn="others">等待科室负责人许清和签字，期限 2025年1月18日。</NextAct>}>
      <NextAct turn="stopped" act={<Button>去处理</Button>}>
        附件1缺失，相关指标的考评内容待补，不能评分。
      </NextAct>
      <Section title="概况" actions={<Button size="small">修改</Button>}>
        <Facts
          items={[
            { label: '状态', value: <StateTag word="填报中" tone="going" /> },
            { label: '满分', value: <Figure value="100" unit="分" /> },
            { label: '完成值', value: <Figure value={null} unit="亿元" /> },
            { label: '增速', value: <Figure value="2/3" places={2} unit="%" sign /> },
            { label: '进度', value: <Light colour="yellow" word="滞后 3 个百分点" /> },
          ]}
        />
        <p style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <StateTag word="未填报" tone="waiting" />
          <StateTag word="填报中" tone="going" />
          <StateTag word="已报送" tone="done" />
          <StateTag word="退回修改" tone="stop" />
          <StateTag word="逾期补报" tone="heed" />
          <Light colour="green" />
          <Light colour="yellow" />
          <Light colour="red" />
        </p>
      </Section>
      <Section title="佐证">
        <EvidenceList
          slots={slots}
          onUploaded={async (slotId, file, stored) =>
            setSlots((all) =>
              all.map((slot) =>
                slot.id === slotId
                  ? {
                      ...slot,
                      files: [
                        ...slot.files,
                        { id: stored.uploadId, name: file.name, digest: stored.digest, size: stored.size },
                      ],
                    }
                  : slot,
              ),
            )
          }
          onRemove={() => undefined}
        />
      </Section>
      <Section title="填写">
        <Form />
      </Section>
      <Section title="审批">
        <ApprovalTimeline
          steps={[
            {
              id: '1',
              title: '经办人评分',
              state: 'agreed',
              person: '段明远',
              post: '投资科经办人',
              opinion: '已按统计快报逐项计分。',
              at: '2025-01-17T01:00:00Z',
              signature: '内部审批确认',
            },
            {
              id: '2',
              title: '科室负责人审核',
              state: 'current',
              person: '许清和',
              post: '投资科负责人',
              due: '2025-01-18',
            },
            { id: '3', title: '主要领导签发', state: 'waiting', post: '市发展改革局主要领导' },
          ]}
        />
      </Section>
      <Section title="操作留痕">
        <ActTimeline entries={history} />
      </Section>
      <PrintSheet
        title="固定资产投资评分表"
        subtitle="云平市发展改革局　2024年度"
        signatures={['经办人', '科室负责人', '责任领导']}
        digest="9f86d081884c7d659a2feaa0c55ad015"
      >
        <table>
          <thead>
            <tr>
              <th>单位</th>
              <th>得分</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: 60 }, (_, index) => (
              <tr key={index.toString()}>
                <td>第 {index + 1} 单位</td>
                <td>5</td>
              </tr>
            ))}
          </tbody>
        </table>
      </PrintSheet>
    </Page>
  )
}

export default PartsPage
