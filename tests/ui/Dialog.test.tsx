import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Dialog } from '../../src/ui/Dialog.tsx';

function Erase() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Erase
      </button>
      <Dialog
        open={open}
        title="Erase everything?"
        closeLabel="Close"
        onClose={() => setOpen(false)}
        actions={<button type="button">Export first</button>}
      >
        It cannot be undone.
      </Dialog>
    </>
  );
}

describe('a dialog', () => {
  it('is named by its title, which takes the focus', async () => {
    render(<Erase />);
    await userEvent.click(screen.getByRole('button', { name: 'Erase' }));
    expect(screen.getByRole('dialog', { name: 'Erase everything?' })).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Erase everything?' })).toHaveFocus();
  });

  it('gives the focus back when its cross is pressed', async () => {
    render(<Erase />);
    await userEvent.click(screen.getByRole('button', { name: 'Erase' }));
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('button', { name: 'Erase' })).toHaveFocus();
  });

  it('closes when the browser cancels it, as on Escape', async () => {
    render(<Erase />);
    await userEvent.click(screen.getByRole('button', { name: 'Erase' }));
    const cancel = new Event('cancel', { cancelable: true });
    screen.getByRole('dialog').dispatchEvent(cancel);
    await screen.findByRole('button', { name: 'Erase' });
    expect(cancel.defaultPrevented).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('closes when pressed beside, not when pressed inside', async () => {
    render(<Erase />);
    await userEvent.click(screen.getByRole('button', { name: 'Erase' }));
    await userEvent.click(screen.getByText('It cannot be undone.'));
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('dialog'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
