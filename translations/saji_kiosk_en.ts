<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>saji::AccessForm</name>
    <message>
        <source>Accessibility</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Seated mode: all buttons within reach</source>
        <translation>Seated mode: all buttons within reach</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>You also have more time before this screen asks whether you are still here. The next guest finds it as it was.</source>
        <translation>You also have more time before this screen asks whether you are still here. The next guest finds it as it was.</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>As before</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>saji::AttractScreen</name>
    <message numerus="yes">
        <source>%n outlet(s), one order</source>
        <translation><numerusform>%n outlet, one order</numerusform><numerusform>%n outlets, one order</numerusform></translation>
    </message>
    <message>
        <source>Hungry?</source>
        <translation>Hungry?</translation>
    </message>
    <message>
        <source>Order here.</source>
        <translation>Order here.</translation>
    </message>
    <message>
        <source>Choose from every outlet, pay once, and wait for your number to be called.</source>
        <translation>Choose from every outlet, pay once, and wait for your number to be called.</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Touch to start</translation>
    </message>
    <message>
        <source>Seated mode, large text and high contrast are on the next screen</source>
        <translation>Seated mode, large text and high contrast are on the next screen</translation>
    </message>
    <message>
        <source>Staff: %1</source>
        <translation>Staff: %1</translation>
    </message>
</context>
<context>
    <name>saji::BasketList</name>
    <message>
        <source>No longer available. Please remove it.</source>
        <translation>No longer available. Please remove it.</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Sold out</translation>
    </message>
</context>
<context>
    <name>saji::BasketPanel</name>
    <message>
        <source>Your order</source>
        <translation>Your order</translation>
    </message>
    <message>
        <source>before tax</source>
        <translation>before tax</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>View order</source>
        <translation>View order</translation>
    </message>
    <message>
        <source>Still empty</source>
        <translation>Still empty</translation>
    </message>
    <message>
        <source>Touch a dish to add it here.</source>
        <translation>Touch a dish to add it here.</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>To go</source>
        <translation>To go</translation>
    </message>
    <message>
        <source>Eat here, change</source>
        <translation>Eat here, change</translation>
    </message>
    <message>
        <source>Take away, change</source>
        <translation>Take away, change</translation>
    </message>
</context>
<context>
    <name>saji::BasketScreen</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Your order</source>
        <translation>Your order</translation>
    </message>
    <message>
        <source>Add dishes</source>
        <translation>Add dishes</translation>
    </message>
    <message>
        <source>Your order is still empty</source>
        <translation>Your order is still empty</translation>
    </message>
    <message>
        <source>Go back to the menu and touch a dish.</source>
        <translation>Go back to the menu and touch a dish.</translation>
    </message>
    <message>
        <source>To the menu</source>
        <translation>To the menu</translation>
    </message>
    <message>
        <source>Eat here</source>
        <translation>Eat here</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Table number</source>
        <translation>Table number</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Table %1</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Some dishes have just sold out. Remove them to go on.</source>
        <translation>Some dishes have just sold out. Remove them to go on.</translation>
    </message>
    <message>
        <source>%1 to go with it?</source>
        <translation>%1 to go with it?</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Remove what is sold out</source>
        <translation>Remove what is sold out</translation>
    </message>
    <message>
        <source>Order, pay at the counter</source>
        <translation>Order, pay at the counter</translation>
    </message>
    <message>
        <source>Place order</source>
        <translation>Place order</translation>
    </message>
    <message>
        <source>Pay at the counter</source>
        <translation>Pay at the counter</translation>
    </message>
</context>
<context>
    <name>saji::CartModel</name>
    <message numerus="yes">
        <source>%1 from %n outlet(s)</source>
        <extracomment>%1 is "3 portions", %n the number of outlets they come from</extracomment>
        <translation><numerusform>%1 from %n outlet</numerusform><numerusform>%1 from %n outlets</numerusform></translation>
    </message>
    <message>
        <source>allergy: %1</source>
        <translation>allergy: %1</translation>
    </message>
    <message>
        <source>Subtotal, %1</source>
        <translation>Subtotal, %1</translation>
    </message>
    <message>
        <source>Service charge %1%</source>
        <translation>Service charge %1%</translation>
    </message>
    <message>
        <source>Restaurant tax %1 %2%</source>
        <translation>Restaurant tax %1 %2%</translation>
    </message>
</context>
<context>
    <name>saji::EntryForm</name>
    <message>
        <source>Your table</source>
        <translation>Your table</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>The number is on the little stand on your table.</source>
        <translation>The number is on the little stand on your table.</translation>
    </message>
    <message>
        <source>So that we can call you. It stays on this order only.</source>
        <translation>So that we can call you. It stays on this order only.</translation>
    </message>
    <message>
        <source>Table number</source>
        <translation>Table number</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Settle %1 by hand</source>
        <translation>Settle %1 by hand</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>Write what was done about it. The note stays with the order, and it leaves the quarantine on every screen.</source>
        <translation>Write what was done about it. The note stays with the order, and it leaves the quarantine on every screen.</translation>
    </message>
</context>
<context>
    <name>saji::HelpForm</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Touch a dish, choose what you like, and add it. From as many outlets as you wish.</source>
        <translation>Touch a dish, choose what you like, and add it. From as many outlets as you wish.</translation>
    </message>
    <message>
        <source>Look through your order before you place it. You can change every line.</source>
        <translation>Look through your order before you place it. You can change every line.</translation>
    </message>
    <message>
        <source>You get a number at once. Pay at the counter, then wait for your number.</source>
        <translation>You get a number at once. Pay at the counter, then wait for your number.</translation>
    </message>
    <message>
        <source>Anything else? Our staff at the counter are glad to help.</source>
        <translation>Anything else? Our staff at the counter are glad to help.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>This kiosk</source>
        <translation>This kiosk</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Staff</translation>
    </message>
</context>
<context>
    <name>saji::Journey</name>
    <message numerus="yes">
        <source>%n in quarantine</source>
        <translation>
            <numerusform>%n in quarantine</numerusform>
            <numerusform>%n in quarantine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>store healed</source>
        <translation>store healed</translation>
    </message>
</context>
<context>
    <name>saji::KioskWindow</name>
    <message>
        <source>%1 added</source>
        <translation>%1 added</translation>
    </message>
</context>
<context>
    <name>saji::MenuCategoryModel</name>
    <message>
        <source>Favourites</source>
        <translation>Favourites</translation>
    </message>
</context>
<context>
    <name>saji::MenuOutletModel</name>
    <message>
        <source>All outlets</source>
        <translation>All outlets</translation>
    </message>
</context>
<context>
    <name>saji::MenuPresenter</name>
    <message numerus="yes">
        <source>%n outlet(s)</source>
        <translation><numerusform>%n outlet</numerusform><numerusform>%n outlets</numerusform></translation>
    </message>
    <message>
        <source>Most popular</source>
        <translation>Most popular</translation>
    </message>
    <message>
        <source>From all outlets</source>
        <translation>From all outlets</translation>
    </message>
</context>
<context>
    <name>saji::MenuProductModel</name>
    <message>
        <source>Sold out today</source>
        <translation>Sold out today</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favourite</translation>
    </message>
    <message>
        <source>Spicy</source>
        <translation>Spicy</translation>
    </message>
    <message>
        <source>Vegetarian</source>
        <translation>Vegetarian</translation>
    </message>
</context>
<context>
    <name>saji::MenuScreen</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>View order</source>
        <translation>View order</translation>
    </message>
    <message>
        <source>Your order is still empty. Touch a dish.</source>
        <translation>Your order is still empty. Touch a dish.</translation>
    </message>
    <message>
        <source>Nothing here today</source>
        <translation>Nothing here today</translation>
    </message>
    <message>
        <source>This outlet has no dishes on the menu right now. Have a look at the others.</source>
        <translation>This outlet has no dishes on the menu right now. Have a look at the others.</translation>
    </message>
    <message>
        <source>Eat here</source>
        <translation>Eat here</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Take away</translation>
    </message>
</context>
<context>
    <name>saji::MenuWords</name>
    <message>
        <source>gluten</source>
        <translation>gluten</translation>
    </message>
    <message>
        <source>prawns &amp; crab</source>
        <translation>prawns &amp; crab</translation>
    </message>
    <message>
        <source>egg</source>
        <translation>egg</translation>
    </message>
    <message>
        <source>fish</source>
        <translation>fish</translation>
    </message>
    <message>
        <source>peanuts</source>
        <translation>peanuts</translation>
    </message>
    <message>
        <source>soya</source>
        <translation>soya</translation>
    </message>
    <message>
        <source>milk</source>
        <translation>milk</translation>
    </message>
    <message>
        <source>nuts</source>
        <translation>nuts</translation>
    </message>
    <message>
        <source>celery</source>
        <translation>celery</translation>
    </message>
    <message>
        <source>mustard</source>
        <translation>mustard</translation>
    </message>
    <message>
        <source>sesame</source>
        <translation>sesame</translation>
    </message>
    <message>
        <source>sulphites</source>
        <translation>sulphites</translation>
    </message>
    <message>
        <source>lupin</source>
        <translation>lupin</translation>
    </message>
    <message>
        <source>squid &amp; shellfish</source>
        <translation>squid &amp; shellfish</translation>
    </message>
    <message numerus="yes">
        <source>± %n min</source>
        <translation><numerusform>± %n min</numerusform><numerusform>± %n min</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n portion(s)</source>
        <translation><numerusform>%n portion</numerusform><numerusform>%n portions</numerusform></translation>
    </message>
</context>
<context>
    <name>saji::NoteForm</name>
    <message>
        <source>Note or allergy</source>
        <translation>Note or allergy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Allergic to anything? Touch it, and the kitchen sees it in purple.</source>
        <translation>Allergic to anything? Touch it, and the kitchen sees it in purple.</translation>
    </message>
    <message>
        <source>The kitchen does its best, but cannot rule out traces. With a severe allergy, please speak to our staff.</source>
        <translation>The kitchen does its best, but cannot rule out traces. With a severe allergy, please speak to our staff.</translation>
    </message>
    <message>
        <source>A few words for the cook</source>
        <translation>A few words for the cook</translation>
    </message>
</context>
<context>
    <name>saji::NumberScreen</name>
    <message>
        <source>Your order is safe</source>
        <translation>Your order is safe</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Thank you. Your number</source>
        <translation>Thank you. Your number</translation>
    </message>
    <message>
        <source>Thank you, %1. Your number</source>
        <translation>Thank you, %1. Your number</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Eat here</source>
        <translation>Eat here</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Table %1</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation><numerusform>About %n minute</numerusform><numerusform>About %n minutes</numerusform></translation>
    </message>
    <message>
        <source>Please pay %1 at the counter: cash or QRIS.</source>
        <translation>Please pay %1 at the counter: cash or QRIS.</translation>
    </message>
    <message numerus="yes">
        <source>This screen starts over in %n second(s)</source>
        <translation><numerusform>This screen starts over in %n second</numerusform><numerusform>This screen starts over in %n seconds</numerusform></translation>
    </message>
</context>
<context>
    <name>saji::OrderPresenter</name>
    <message>
        <source>on its way</source>
        <translation>on its way</translation>
    </message>
    <message>
        <source>follows when connected</source>
        <translation>follows when connected</translation>
    </message>
    <message>
        <source>Saved on this kiosk</source>
        <translation>Saved on this kiosk</translation>
    </message>
    <message>
        <source>Shown in the kitchen of %1</source>
        <translation>Shown in the kitchen of %1</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 seconds</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>Central server</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>recorded</translation>
    </message>
    <message>
        <source>follows when the internet is back</source>
        <translation>follows when the internet is back</translation>
    </message>
    <message>
        <source>Brought to your table</source>
        <translation>Brought to your table</translation>
    </message>
    <message>
        <source>Collect at the outlet</source>
        <translation>Collect at the outlet</translation>
    </message>
    <message>
        <source>The kitchens cannot be reached right now. Please show this number at the counter.</source>
        <translation>The kitchens cannot be reached right now. Please show this number at the counter.</translation>
    </message>
    <message>
        <source>Your order has just changed</source>
        <translation>Your order has just changed</translation>
    </message>
    <message>
        <source>Something has sold out or costs something else now. Please look through your order: what is no longer available is marked.</source>
        <translation>Something has sold out or costs something else now. Please look through your order: what is no longer available is marked.</translation>
    </message>
    <message>
        <source>This order needs another look</source>
        <translation>This order needs another look</translation>
    </message>
    <message>
        <source>One of the dishes cannot be ordered like this. Please choose it again.</source>
        <translation>One of the dishes cannot be ordered like this. Please choose it again.</translation>
    </message>
    <message>
        <source>This kiosk cannot save your order</source>
        <translation>This kiosk cannot save your order</translation>
    </message>
    <message>
        <source>Nothing was ordered and nothing is charged. Please order at the counter.</source>
        <translation>Nothing was ordered and nothing is charged. Please order at the counter.</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>That did not work</translation>
    </message>
    <message>
        <source>Nothing was ordered and nothing is charged. Please try again, or order at the counter.</source>
        <translation>Nothing was ordered and nothing is charged. Please try again, or order at the counter.</translation>
    </message>
    <message>
        <source>Hub of this house</source>
        <translation>Hub of this house</translation>
    </message>
    <message>
        <source>Saved here and on %1</source>
        <translation>Saved here and on %1</translation>
    </message>
    <message>
        <source>a second device</source>
        <translation>a second device</translation>
    </message>
    <message>
        <source>1 copy, %1</source>
        <translation>1 copy, %1</translation>
    </message>
    <message>
        <source>received</source>
        <translation>received</translation>
    </message>
    <message>
        <source>the central server</source>
        <translation>the central server</translation>
    </message>
    <message>
        <source>the hub</source>
        <translation>the hub</translation>
    </message>
    <message>
        <source>2 copies, %1</source>
        <translation>2 copies, %1</translation>
    </message>
</context>
<context>
    <name>saji::OutOfServiceScreen</name>
    <message>
        <source>This kiosk is taking a short rest</source>
        <translation>This kiosk is taking a short rest</translation>
    </message>
    <message>
        <source>Order here now</source>
        <translation>Order here now</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Since %1</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>code %1</translation>
    </message>
    <message>
        <source>Open, the same menu</source>
        <translation>Open, the same menu</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Our staff take your order there</source>
        <translation>Our staff take your order there</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>This kiosk was removed from the restaurant</source>
        <translation>This kiosk was removed from the restaurant</translation>
    </message>
</context>
<context>
    <name>saji::Overlays</name>
    <message>
        <source>Cancel this order?</source>
        <translation>Cancel this order?</translation>
    </message>
    <message>
        <source>Your order of %1 will be emptied.</source>
        <translation>Your order of %1 will be emptied.</translation>
    </message>
    <message>
        <source>Go on ordering</source>
        <translation>Go on ordering</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>Cancel the order</translation>
    </message>
    <message>
        <source>Look at my order</source>
        <translation>Look at my order</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>All right</translation>
    </message>
    <message>
        <source>Still here?</source>
        <translation>Still here?</translation>
    </message>
    <message>
        <source>Your order of %1 will be emptied so that the next guest can order.</source>
        <translation>Your order of %1 will be emptied so that the next guest can order.</translation>
    </message>
    <message>
        <source>This screen will start over for the next guest.</source>
        <translation>This screen will start over for the next guest.</translation>
    </message>
    <message>
        <source>Yes, go on ordering</source>
        <translation>Yes, go on ordering</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Start over</translation>
    </message>
</context>
<context>
    <name>saji::PinSheet</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Staff area</source>
        <translation>Staff area</translation>
    </message>
    <message>
        <source>This kiosk has no staff PIN. A technician gives it one with staff-pin in its settings.</source>
        <translation>This kiosk has no staff PIN. A technician gives it one with staff-pin in its settings.</translation>
    </message>
    <message numerus="yes">
        <source>Three wrong PINs. Try again in %n second(s).</source>
        <translation>
            <numerusform>Three wrong PINs. Try again in %n second.</numerusform>
            <numerusform>Three wrong PINs. Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the staff PIN, then the green key.</source>
        <translation>Type the staff PIN, then the green key.</translation>
    </message>
    <message numerus="yes">
        <source>Wrong PIN, %n tries left</source>
        <translation>
            <numerusform>Wrong PIN, %n try left</numerusform>
            <numerusform>Wrong PIN, %n tries left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saji::ProductForm</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Halal</source>
        <translation>Halal</translation>
    </message>
    <message>
        <source>Not halal</source>
        <translation>Not halal</translation>
    </message>
    <message>
        <source>Vegetarian</source>
        <translation>Vegetarian</translation>
    </message>
    <message>
        <source>Note or allergy</source>
        <translation>Note or allergy</translation>
    </message>
    <message>
        <source>Sold out today</source>
        <translation>Sold out today</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>saji::ProductPresenter</name>
    <message>
        <source>Contains %1</source>
        <translation>Contains %1</translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s)</source>
        <translation><numerusform>About %n minute</numerusform><numerusform>About %n minutes</numerusform></translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choose: %1</translation>
    </message>
    <message>
        <source>Allergy: %1</source>
        <translation>Allergy: %1</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>Choose %1</translation>
    </message>
    <message>
        <source>Choose %1 to %2</source>
        <translation>Choose %1 to %2</translation>
    </message>
    <message>
        <source>As many as you like</source>
        <translation>As many as you like</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Up to %1</translation>
    </message>
</context>
<context>
    <name>saji::SeatedTop</name>
    <message>
        <source>Seated mode is on</source>
        <translation>Seated mode is on</translation>
    </message>
    <message>
        <source>The upper part is only to look at. All buttons are below.</source>
        <translation>The upper part is only to look at. All buttons are below.</translation>
    </message>
    <message>
        <source>What would you like?</source>
        <translation>What would you like?</translation>
    </message>
    <message>
        <source>Touch a dish to see more of it.</source>
        <translation>Touch a dish to see more of it.</translation>
    </message>
    <message>
        <source>Last added</source>
        <translation>Last added</translation>
    </message>
</context>
<context>
    <name>saji::ServiceScreen</name>
    <message>
        <source>Good morning.</source>
        <translation>Good morning.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Good afternoon.</translation>
    </message>
    <message>
        <source>Good late afternoon.</source>
        <translation>Good afternoon.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Good evening.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Where will you eat?</source>
        <translation>Where will you eat?</translation>
    </message>
    <message>
        <source>Eat here</source>
        <translation>Eat here</translation>
    </message>
    <message>
        <source>We call your number, or bring it to your table.</source>
        <translation>We call your number, or bring it to your table.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Packed well, ready to carry.</source>
        <translation>Packed well, ready to carry.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Make it easier</source>
        <translation>Make it easier</translation>
    </message>
    <message>
        <source>Need help? Our staff are at the counter.</source>
        <translation>Need help? Our staff are at the counter.</translation>
    </message>
    <message>
        <source>%1, on</source>
        <translation>%1, on</translation>
    </message>
    <message>
        <source>%1, off</source>
        <translation>%1, off</translation>
    </message>
    <message>
        <source>Seated mode</source>
        <translation>Seated mode</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
</context>
<context>
    <name>saji::StaffOrderForm</name>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Order %1</translation>
    </message>
    <message>
        <source>Settle by hand</source>
        <translation>Settle by hand</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
</context>
<context>
    <name>saji::StaffScreen</name>
    <message>
        <source>Clear pictures</source>
        <translation>Clear pictures</translation>
    </message>
    <message>
        <source>The pictures are fetched again, as soon as there is a connection.</source>
        <translation>The pictures are fetched again, as soon as there is a connection.</translation>
    </message>
    <message>
        <source>An order that the server has a remark on would be here, with its reason, until somebody has dealt with it.</source>
        <translation>An order that the server has a remark on would be here, with its reason, until somebody has dealt with it.</translation>
    </message>
    <message>
        <source>Every order of this kiosk is at the server. One that is not would be here, however long it takes.</source>
        <translation>Every order of this kiosk is at the server. One that is not would be here, however long it takes.</translation>
    </message>
    <message>
        <source>Leave the staff area</source>
        <translation>Leave the staff area</translation>
    </message>
    <message>
        <source>Nothing in quarantine</source>
        <translation>Nothing in quarantine</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nothing waits</translation>
    </message>
    <message>
        <source>Quarantine (%1)</source>
        <translation>Quarantine (%1)</translation>
    </message>
    <message>
        <source>Staff area</source>
        <translation>Staff area</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Waiting (%1)</source>
        <translation>Waiting (%1)</translation>
    </message>
</context>
<context>
    <name>saji::SyncPresenter</name>
    <message numerus="yes">
        <source>%n part(s) of the menu cannot be used and are left out.</source>
        <translation>
            <numerusform>%n part of the menu cannot be used and is left out.</numerusform>
            <numerusform>%n parts of the menu cannot be used and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) kept, %1, %2 % of them at hand.</source>
        <translation>
            <numerusform>%n picture kept, %1; %2% of those wanted were at hand.</numerusform>
            <numerusform>%n pictures kept, %1; %2% of those wanted were at hand.</numerusform>
        </translation>
    </message>
    <message>
        <source>Below 70 %: give the cache more room (picture-cache).</source>
        <translation>That is below 70%: give the cache more room (picture-cache).</translation>
    </message>
    <message>
        <source>Your order is kept here and sent as soon as there is a connection.</source>
        <translation>Your order is kept here and sent as soon as there is a connection.</translation>
    </message>
    <message>
        <source>No connection. You can still order.</source>
        <translation>No connection. You can still order.</translation>
    </message>
    <message>
        <source>Orders go straight to the kitchen. Pay at the counter.</source>
        <translation>Orders go straight to the kitchen. Pay at the counter.</translation>
    </message>
    <message>
        <source>The internet is down. You can still order.</source>
        <translation>The internet is down. You can still order.</translation>
    </message>
    <message>
        <source>Prices may have changed.</source>
        <translation>Prices may have changed.</translation>
    </message>
    <message>
        <source>The connection is slow. You can order as usual.</source>
        <translation>The connection is slow. You can order as usual.</translation>
    </message>
    <message>
        <source>Orders may take a few seconds longer.</source>
        <translation>Orders may take a few seconds longer.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>Connected in the house</source>
        <translation>Connected in-house</translation>
    </message>
    <message>
        <source>By polling</source>
        <translation>By polling</translation>
    </message>
    <message>
        <source>Offline, safe</source>
        <translation>Offline, safe</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>a moment</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation><numerusform>%n hour</numerusform><numerusform>%n hours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message>
        <source>The menu could not be checked yet.</source>
        <translation>The menu could not be checked yet.</translation>
    </message>
    <message>
        <source>Menu last checked %1 ago.</source>
        <translation>Menu last checked %1 ago.</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>not tried yet</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>something else answers there</source>
        <translation>something else answers there</translation>
    </message>
    <message>
        <source>belongs to another restaurant</source>
        <translation>belongs to another restaurant</translation>
    </message>
    <message>
        <source>runs another version</source>
        <translation>runs another version</translation>
    </message>
    <message>
        <source>does not know this kiosk</source>
        <translation>does not know this kiosk</translation>
    </message>
    <message>
        <source>has gone silent</source>
        <translation>has gone silent</translation>
    </message>
    <message>
        <source>already connected another way</source>
        <translation>already connected another way</translation>
    </message>
    <message>
        <source>Central server</source>
        <translation>Central server</translation>
    </message>
    <message>
        <source>Hub of this house</source>
        <translation>Hub of this house</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>connected</translation>
    </message>
    <message>
        <source>by polling</source>
        <translation>by polling</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>not connected</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, since %2</translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) waiting for the server</source>
        <translation><numerusform>%n entry is waiting for the server</numerusform><numerusform>%n entries are waiting for the server</numerusform></translation>
    </message>
    <message>
        <source>The menu is being fetched. This takes a moment.</source>
        <translation>The menu is being fetched. This takes a moment.</translation>
    </message>
    <message>
        <source>There is no menu on this kiosk yet. It comes by itself as soon as the server can be reached.</source>
        <translation>There is no menu on this kiosk yet. It comes by itself as soon as the server can be reached.</translation>
    </message>
    <message>
        <source>its program is not running</source>
        <translation>its program is not running</translation>
    </message>
    <message>
        <source>was removed from the restaurant</source>
        <translation>was removed from the restaurant</translation>
    </message>
    <message>
        <source>the restaurant has removed this kiosk</source>
        <translation>the restaurant has removed this kiosk</translation>
    </message>
    <message>
        <source>this kiosk has no network</source>
        <translation>this kiosk has no network</translation>
    </message>
    <message>
        <source>the internet is away</source>
        <translation>the internet is away</translation>
    </message>
    <message>
        <source>there</source>
        <translation>there</translation>
    </message>
    <message>
        <source>there, by polling</source>
        <translation>there, by polling</translation>
    </message>
    <message>
        <source>not heard for %1</source>
        <translation>not heard for %1</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>not heard</translation>
    </message>
    <message>
        <source>%1, heard %2 ago</source>
        <translation>%1, heard %2 ago</translation>
    </message>
    <message>
        <source>Please order at the counter. Staff: to use this kiosk again, empty its data folder and pair it with a new code.</source>
        <translation>Please order at the counter. Staff: to use this kiosk again, empty its data folder and pair it with a new code.</translation>
    </message>
</context>
<context>
    <name>saji::Utilities</name>
    <message>
        <source>Change language: %1</source>
        <extracomment>%1 is the name of a language in that language</extracomment>
        <translation>Change language: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cancel this order</source>
        <translation>Cancel this order</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
</context>
</TS>
