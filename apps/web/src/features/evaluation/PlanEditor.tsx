import { saveEvaluation } from '@quanheng/contract/evaluation'
import { Button, Input, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { useCommand } from '../../shared/api/hooks.ts'
import { t } from '../../shared/i18n/t.ts'
import { Refusal } from '../../shared/page/Refusal.tsx'
import { Section } from '../../shared/page/Section.tsx'
import work from '../../shared/work/work.module.css'
import { ChannelForm, type Names } from './ChannelForm.tsx'
import { newChannel } from './draft.ts'
import type { Channel, Content, Evaluation } from './evaluation.ts'

/** 评议方案 while it is drawn up: what, when, and channel by channel who is asked how. */
export const PlanEditor = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const [content, setContent] = useState<Content>(evaluation.content)
  const [names, setNames] = useState<Names>(evaluation.rosterNames)
  const save = useCommand(saveEvaluation)
  const id = useId()
  const change = (more: Partial<Content>) => setContent({ ...content, ...more })
  const { channels } = content
  const changeChannel = (at: number) => (channel: Channel, more?: Names) => {
    if (more) setNames({ ...names, ...more })
    change({ channels: channels.map((one, index) => (index === at ? channel : one)) })
  }
  const isChanged = JSON.stringify(content) !== JSON.stringify(evaluation.content)
  return (
    <Section
      title={t('评议方案')}
      actions={
        <Button
          type="primary"
          ghost
          loading={save.pending}
          disabled={!isChanged}
          onClick={() =>
            void save.run({ params: { evaluationId: evaluation.id }, body: { version: evaluation.version, content } })
          }
        >
          {isChanged ? t('保存方案') : t('已保存')}
        </Button>
      }
    >
      <Refusal refusal={save.refusal} />
      <div className={work.form}>
        <label htmlFor={`${id}t`}>{t('评议名称')}</label>
        <Input
          id={`${id}t`}
          maxLength={100}
          value={content.title}
          onChange={(event) => change({ title: event.target.value })}
        />
        <label htmlFor={`${id}o`}>{t('填票开始')}</label>
        <Input
          id={`${id}o`}
          type="date"
          value={content.opensOn}
          onChange={(event) => event.target.value && change({ opensOn: event.target.value })}
        />
        {channels.some(({ way }) => way === 'secret') && (
          <>
            <label htmlFor={`${id}k`}>{t('领票截止')}</label>
            <Input
              id={`${id}k`}
              type="date"
              value={content.ticketsUntil ?? ''}
              onChange={(event) => change({ ticketsUntil: event.target.value || null })}
            />
          </>
        )}
        <label htmlFor={`${id}c`}>{t('填票截止')}</label>
        <Input
          id={`${id}c`}
          type="date"
          value={content.closesOn}
          onChange={(event) => event.target.value && change({ closesOn: event.target.value })}
        />
        <label htmlFor={`${id}f`}>{t('结果满分')}</label>
        <Input
          id={`${id}f`}
          suffix={t('分')}
          value={content.outOf}
          onChange={(event) => change({ outOf: event.target.value })}
        />
        <label htmlFor={`${id}p`}>{t('小数位数')}</label>
        <InputNumber
          id={`${id}p`}
          min={0}
          max={4}
          value={content.places}
          onChange={(n) => change({ places: n ?? 2 })}
        />
        <label htmlFor={`${id}s`}>{t('有渠道票数不足的单位')}</label>
        <Select
          id={`${id}s`}
          value={content.whenShort}
          options={[
            { value: 'missing', label: t('结果暂缺') },
            { value: 'reweigh', label: t('由其他渠道按权重比例承担') },
          ]}
          onChange={(whenShort) => change({ whenShort })}
        />
      </div>
      <div className={work.after}>
        {channels.map((channel, at) => (
          <ChannelForm
            key={channel.key}
            channel={channel}
            names={names}
            onChange={changeChannel(at)}
            onRemove={() => change({ channels: channels.filter((one) => one !== channel) })}
          />
        ))}
        <Button onClick={() => change({ channels: [...channels, newChannel(channels)] })}>{t('添加评价渠道')}</Button>
      </div>
    </Section>
  )
}
