import { isAdministrator, type PostKind, postKinds } from '@quanheng/domain/ability/posts'
import { channelKinds, channelWays } from '@quanheng/domain/evaluation/channel'
import { Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { useId } from 'react'
import { t } from '../../shared/i18n/t.ts'
import { word } from '../../shared/i18n/word.ts'
import { UnitsField } from '../../shared/unit/UnitsField.tsx'
import work from '../../shared/work/work.module.css'
import { usualLevels } from './draft.ts'
import styles from './evaluation.module.css'
import type { Channel } from './evaluation.ts'

export type Names = Readonly<Record<string, string>>

interface Props {
  readonly channel: Channel
  readonly names: Names
  readonly onChange: (channel: Channel, names?: Names) => void
  readonly onRemove: () => void
}

type PartProps = Pick<Props, 'channel' | 'onChange'>

const ScaleFields = ({ channel, onChange }: PartProps) => {
  const { scale, unknown } = channel
  return (
    <>
      <span>{t('评价方式')}</span>
      <Radio.Group
        value={scale.kind}
        onChange={(event) =>
          onChange({
            ...channel,
            scale: event.target.value === 'levels' ? usualLevels() : { kind: 'marks', from: '0', to: '100' },
          })
        }
        options={[
          { value: 'marks', label: t('打分') },
          { value: 'levels', label: t('等次') },
        ]}
      />
      {scale.kind === 'marks' ? (
        <>
          <span>{t('分数范围')}</span>
          <span className={styles.row}>
            <Input
              aria-label={t('最低分')}
              value={scale.from}
              onChange={(event) => onChange({ ...channel, scale: { ...scale, from: event.target.value } })}
            />
            {t('至')}
            <Input
              aria-label={t('最高分')}
              value={scale.to}
              onChange={(event) => onChange({ ...channel, scale: { ...scale, to: event.target.value } })}
            />
          </span>
        </>
      ) : (
        <>
          <span>{t('等次和分值')}</span>
          <span className={work.list}>
            {scale.levels.map((level, at) => {
              const change = (more: Partial<typeof level>) =>
                onChange({
                  ...channel,
                  scale: {
                    ...scale,
                    levels: scale.levels.map((one) => (one === level ? { ...one, ...more } : one)),
                  },
                })
              return (
                <span key={level.key} className={styles.row}>
                  <Input
                    aria-label={t('第 {{number}} 等次名称', { number: at + 1 })}
                    maxLength={20}
                    value={level.name}
                    onChange={(event) => change({ name: event.target.value })}
                  />
                  <Input
                    aria-label={t('第 {{number}} 等次分值', { number: at + 1 })}
                    suffix={t('分')}
                    value={level.points}
                    onChange={(event) => change({ points: event.target.value })}
                  />
                  {scale.levels.length > 2 && (
                    <Button
                      size="small"
                      type="link"
                      onClick={() =>
                        onChange({
                          ...channel,
                          scale: { ...scale, levels: scale.levels.filter((one) => one !== level) },
                        })
                      }
                    >
                      {t('移除')}
                    </Button>
                  )}
                </span>
              )
            })}
          </span>
        </>
      )}
      <span>{t('不了解')}</span>
      <span className={styles.row}>
        <Select
          aria-label={t('不了解')}
          value={unknown.kind}
          options={[
            { value: 'notOffered', label: t('不设') },
            { value: 'leftOut', label: t('不计入平均') },
            { value: 'counted', label: t('按所定分值计入') },
          ]}
          onChange={(kind: typeof unknown.kind) =>
            onChange({ ...channel, unknown: kind === 'counted' ? { kind, points: '60' } : { kind } })
          }
        />
        {unknown.kind === 'counted' && (
          <Input
            aria-label={t('不了解所计分值')}
            suffix={t('分')}
            value={unknown.points}
            onChange={(event) => onChange({ ...channel, unknown: { kind: 'counted', points: event.target.value } })}
          />
        )}
      </span>
    </>
  )
}

const RuleFields = ({ channel, onChange }: PartProps) => {
  const { spread, trim } = channel
  return (
    <>
      <span>{t('强制分布')}</span>
      <span className={styles.row}>
        <Checkbox
          checked={spread !== null}
          onChange={(event) =>
            onChange({ ...channel, spread: event.target.checked ? { atLeast: '90', percent: '30' } : null })
          }
        >
          {t('限制高分')}
        </Checkbox>
        {spread && (
          <>
            <Input
              aria-label={t('高分线')}
              suffix={t('分')}
              value={spread.atLeast}
              onChange={(event) => onChange({ ...channel, spread: { ...spread, atLeast: event.target.value } })}
            />
            {t('及以上不超过')}
            <Input
              aria-label={t('高分比例')}
              suffix="%"
              value={spread.percent}
              onChange={(event) => onChange({ ...channel, spread: { ...spread, percent: event.target.value } })}
            />
          </>
        )}
      </span>
      <span>{t('去高去低')}</span>
      <span className={styles.row}>
        <Checkbox
          checked={trim !== null}
          onChange={(event) =>
            onChange({
              ...channel,
              trim: event.target.checked ? { whenMoreThan: 5, by: 'count', highest: 1, lowest: 1 } : null,
            })
          }
        >
          {t('去掉最高分和最低分')}
        </Checkbox>
        {trim && (
          <>
            {t('超过')}
            <InputNumber
              aria-label={t('去高去低的票数')}
              min={1}
              max={10_000}
              value={trim.whenMoreThan}
              onChange={(n) => onChange({ ...channel, trim: { ...trim, whenMoreThan: n ?? 1 } })}
            />
            {t('票时，最高')}
            <InputNumber
              aria-label={t('去掉最高')}
              min={0}
              max={100}
              value={trim.highest}
              onChange={(n) => onChange({ ...channel, trim: { ...trim, highest: n ?? 0 } })}
            />
            {t('最低')}
            <InputNumber
              aria-label={t('去掉最低')}
              min={0}
              max={100}
              value={trim.lowest}
              onChange={(n) => onChange({ ...channel, trim: { ...trim, lowest: n ?? 0 } })}
            />
            <Select
              aria-label={t('去高去低的单位')}
              value={trim.by}
              options={[
                { value: 'count', label: t('个') },
                { value: 'percent', label: '%' },
              ]}
              onChange={(by: 'count' | 'percent') => onChange({ ...channel, trim: { ...trim, by } })}
            />
          </>
        )}
      </span>
    </>
  )
}

const evaluatorPosts = postKinds.filter((kind) => !isAdministrator(kind) && kind !== 'observer')

/** One channel of a round that is drawn up. */
export const ChannelForm = ({ channel, names, onChange, onRemove }: Props) => {
  const id = useId()
  const { roster, way } = channel
  return (
    <fieldset className={styles.channel}>
      <legend>{channel.name || t('新渠道')}</legend>
      <div className={work.form}>
        <label htmlFor={`${id}n`}>{t('渠道名称')}</label>
        <Input
          id={`${id}n`}
          maxLength={50}
          value={channel.name}
          onChange={(event) => onChange({ ...channel, name: event.target.value })}
        />
        <label htmlFor={`${id}k`}>{t('类别')}</label>
        <Select
          id={`${id}k`}
          value={channel.kind}
          options={channelKinds.map((kind) => ({ value: kind, label: word('channelKind', kind) }))}
          onChange={(kind) => onChange({ ...channel, kind })}
        />
        <span>{t('填票方式')}</span>
        <Radio.Group
          value={way}
          options={channelWays.map((one) => ({ value: one, label: word('channelWay', one) }))}
          onChange={(event) => {
            const next = event.target.value as Channel['way']
            onChange({
              ...channel,
              way: next,
              minimum: next === 'secret' ? Math.max(5, channel.minimum) : channel.minimum,
            })
          }}
        />
        <label htmlFor={`${id}w`}>{t('权重')}</label>
        <Input
          id={`${id}w`}
          suffix="%"
          value={channel.weight}
          onChange={(event) => onChange({ ...channel, weight: event.target.value })}
        />
        <ScaleFields channel={channel} onChange={onChange} />
        <RuleFields channel={channel} onChange={onChange} />
        <label htmlFor={`${id}m`}>{t('最低票数')}</label>
        <InputNumber
          id={`${id}m`}
          min={1}
          max={10_000}
          value={channel.minimum}
          onChange={(n) => onChange({ ...channel, minimum: n ?? 1 })}
        />
        {way === 'byName' && (
          <>
            <span>{t('修改')}</span>
            <Checkbox
              checked={channel.mayChange}
              onChange={(event) => onChange({ ...channel, mayChange: event.target.checked })}
            >
              {t('截止前可以修改')}
            </Checkbox>
          </>
        )}
        {way !== 'paper' && (
          <>
            <label htmlFor={`${id}p`}>{t('评价人职务')}</label>
            <Select
              id={`${id}p`}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              value={roster.posts}
              options={evaluatorPosts.map((kind) => ({ value: kind, label: word('post', kind) }))}
              onChange={(posts: PostKind[]) => onChange({ ...channel, roster: { ...roster, posts } })}
            />
            <span>{t('评价人单位')}</span>
            <UnitsField
              label={t('添加评价人单位')}
              units={roster.unitIds.map((unitId) => ({ unitId, unitName: names[unitId] ?? '' }))}
              onChange={(units) =>
                onChange(
                  { ...channel, roster: { ...roster, unitIds: units.map(({ unitId }) => unitId) } },
                  Object.fromEntries(units.map(({ unitId, unitName }) => [unitId, unitName])),
                )
              }
            />
          </>
        )}
      </div>
      <Button size="small" className={work.after ?? ''} onClick={onRemove}>
        {t('删除该渠道')}
      </Button>
    </fieldset>
  )
}
