import type { FocusEvent, ReactNode } from 'react'
import type { z } from 'zod'
import { t } from '../i18n/t.ts'
import styles from './form.module.css'
import type { Form } from './use-form.ts'

/** What a control of antd (`Input`, `Select`, `InputNumber`, `DatePicker` …) takes by spreading. */
export interface Bind<V> {
  readonly id: string
  readonly value: V
  readonly onChange: (valueOrEvent: unknown) => void
  readonly onBlur: (event?: FocusEvent) => void
  readonly status?: 'error'
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
}

export interface FieldProps<S extends z.ZodType, K extends keyof z.input<S> & string> {
  readonly form: Form<S>
  readonly name: K
  readonly label: string
  readonly required?: boolean
  /** What to write here, in one sentence; stays visible. */
  readonly help?: ReactNode
  readonly children: (bind: Bind<NonNullable<z.input<S>[K]>>) => ReactNode
}

const hasTarget = (value: unknown): value is { target: { value: unknown } } =>
  typeof value === 'object' && value !== null && 'target' in value

/** A fault that appears between press and release moves the button away from under the pointer; the button checks all fields itself. */
const leadsToButton = (event: FocusEvent | undefined): boolean =>
  event?.relatedTarget instanceof Element && event.relatedTarget.closest('button, a') !== null

/** A labelled control of a form: help stays, the fault stands under it and is read out with it. */
export const Field = <S extends z.ZodType, K extends keyof z.input<S> & string>(props: FieldProps<S, K>) => {
  const { form, name, label, required, help, children } = props
  const id = form.idOf(name)
  const fault = form.faultAt(name)
  const described = [help ? `${id}-help` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {required ? null : <span className={styles.optional}>{t('选填')}</span>}
      </label>
      {children({
        id,
        value: form.values[name] as NonNullable<z.input<S>[K]>,
        onChange: (given) => form.set(name, (hasTarget(given) ? given.target.value : given) as z.input<S>[K]),
        onBlur: (event) => {
          if (!leadsToButton(event)) form.touch(name)
        },
        ...(fault ? { status: 'error', 'aria-invalid': true } : {}),
        ...(described ? { 'aria-describedby': described } : {}),
        ...(required ? { 'aria-required': true } : {}),
      })}
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  )
}
