/** An address of the portal; what it shows is the app in the layout. */
export default function TodayPage() {
  return null;
}
