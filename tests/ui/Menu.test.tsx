import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Menu } from '../../src/ui/Menu.tsx';

function open(onSelect = vi.fn(), onBlocked = vi.fn()) {
  render(
    <>
      <Menu
        label="More"
        items={[
          { label: 'Decks', href: '#/decks' },
          { label: 'Suspend', onSelect },
          { label: 'Nothing to undo', onSelect: onBlocked, disabled: true },
        ]}
      />
      <p>elsewhere</p>
    </>,
  );
  return { user: userEvent.setup(), onSelect, onBlocked };
}

const button = () => screen.getByRole('button', { name: 'More' });

describe('a menu', () => {
  it('is closed until asked for', () => {
    open();
    expect(button()).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('opens on its first item and moves round by arrows, Home and End', async () => {
    const { user } = open();
    await user.tab();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: 'Decks' })).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('menuitem', { name: 'Nothing to undo' })).toHaveFocus();
    await user.keyboard('{Home}{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: 'Suspend' })).toHaveFocus();
    await user.keyboard('{End}{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: 'Decks' })).toHaveFocus();
  });

  it('does what is chosen, closes, and gives the focus back', async () => {
    const { user, onSelect } = open();
    await user.click(button());
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onSelect).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(button()).toHaveFocus();
  });

  it('closes on Escape and gives the focus back; the page does not hear the key', async () => {
    const { user } = open();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    await user.click(button());
    await user.keyboard('{Escape}');
    document.removeEventListener('keydown', heard);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(button()).toHaveFocus();
    expect(heard).not.toHaveBeenCalled();
  });

  it('closes when something else is pressed', async () => {
    const { user } = open();
    await user.click(button());
    await user.click(screen.getByText('elsewhere'));
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('does nothing for an item that cannot be chosen', async () => {
    const { user, onBlocked } = open();
    await user.click(button());
    await user.click(screen.getByRole('menuitem', { name: 'Nothing to undo' }));
    expect(onBlocked).not.toHaveBeenCalled();
    expect(screen.getByRole('menu')).toBeInTheDocument();
  });
});
