import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useCommands } from '../../app/commands/registry.ts'
import { PLACES } from '../../app/places.ts'
import { desktop } from '../../client/desktop.ts'
import { addToDraft } from './draft.ts'
import { focusCaptureBar } from './focus.ts'
import styles from './Intake.module.css'
import { takeFiles } from './take-files.ts'

/**
 * Whatever comes to the window from outside (dropped files and links, deep links) lands in the capture bar and
 * is captured only when the person says so.
 */
export function Intake() {
  const { t } = useTranslation('capture')
  const [at, navigate] = useLocation()
  const [isOver, setOver] = useState(false)
  const show = () => {
    if (at !== PLACES.library) navigate(PLACES.library)
    focusCaptureBar()
  }
  useCommands([
    { id: 'capture.new', label: t('newCapture'), menu: 'file', keys: ['mod+n', 'g n'], run: show },
  ])

  useEffect(
    () =>
      desktop?.onCommand(command => {
        if (command.type !== 'capture') return
        addToDraft(command.url)
        navigate(PLACES.library)
        focusCaptureBar()
      }),
    [navigate],
  )

  useEffect(() => {
    const holds = ({ dataTransfer }: DragEvent, type: string) => dataTransfer?.types.includes(type) === true
    // A link dragged within the window comes as a link too; only what begins outside is taken.
    let isOwn = false
    const onStart = () => (isOwn = true)
    const onEnd = () => (isOwn = false)
    const isWanted = (event: DragEvent) => !isOwn && (holds(event, 'Files') || holds(event, 'text/uri-list'))
    const onOver = (event: DragEvent) => {
      if (!isWanted(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    }
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      if (!isWanted(event)) return
      event.preventDefault()
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      const link = event.dataTransfer?.getData('text/uri-list') ?? ''
      if (files.length > 0) void takeFiles(files)
      else if (link !== '') addToDraft(link)
      navigate(PLACES.library)
      focusCaptureBar()
    }
    const events = [
      ['dragstart', onStart],
      ['dragend', onEnd],
      ['dragover', onOver],
      ['dragleave', onLeave],
      ['drop', onDrop],
    ] as const
    for (const [name, listener] of events) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of events) window.removeEventListener(name, listener)
    }
  }, [navigate])

  if (!isOver) return null
  return (
    <div className={styles['over']} aria-hidden="true">
      <p>{t('dropHere')}</p>
    </div>
  )
}
