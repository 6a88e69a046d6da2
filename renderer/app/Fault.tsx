import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

/** Catches a fault of one screen: the shell stays, and so does everything that runs. */
export class Fault extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return <FaultNote onAgain={() => this.setState({ failed: false })} />
  }
}

function FaultNote({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('app')
  return <EmptyState title={t('crash')} actions={<Button onPress={onAgain}>{t('crashAgain')}</Button>} />
}
